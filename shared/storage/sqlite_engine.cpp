#include "shared/storage/sqlite_engine.h"

#include "shared/storage/sqlite_cursor.h"
#include "shared/storage/sqlite_failure.h"

namespace ce::storage {

SqliteEngine::~SqliteEngine() {
  for (auto const& [sql, statement] : controls_) sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

Result<std::unique_ptr<Cursor>> SqliteEngine::prepare(std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  char const* rest = nullptr;
  sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle,
                     &rest);
  if (handle == nullptr) {
    auto broken = failure();
    broken.detail += " in: " + excerpt(sql);
    return broken;
  }
  if (rest != sql.data() + sql.size()) {
    sqlite3_finalize(handle);
    return Failure{FailureCode::storage_fault, "not one statement: " + std::string{sql}};
  }
  return std::unique_ptr<Cursor>{std::make_unique<SqliteCursor>(*this, sql, handle)};
}

Result<void> SqliteEngine::execute(std::string_view sql) {
  std::string const text{sql};
  if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return {};
}

// Around each look-up, and each part of a group of writes: parsing these anew would cost more than a row.
Result<void> SqliteEngine::control(std::string_view sql) {
  auto found = controls_.find(sql);
  if (found == controls_.end()) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
      return failure();
    }
    found = controls_.emplace(sql, statement).first;
  }
  if (sqlite3_step(found->second) == SQLITE_DONE) {
    sqlite3_reset(found->second);
    return {};
  }
  auto broken = failure();  // before the reset, which would repeat it without its cause
  sqlite3_reset(found->second);
  return broken;
}

// What the log says is noted before SQLite takes its snapshot, with the first statement: the snapshot is as
// new or newer, so a log that still says the same has had no commit since.
Result<void> SqliteEngine::begin(Isolation /*isolation*/) {
  if (!reader_) return control("BEGIN IMMEDIATE");
  log_index_.note(handle_);
  return control("BEGIN");
}

bool SqliteEngine::newest() {
  return reader_ && in_transaction() && log_index_.unchanged();
}

Result<void> SqliteEngine::check_integrity() {
  CE_TRY(auto check, prepare("PRAGMA integrity_check(1)"));
  CE_TRY(bool const row, check->step());
  std::string const finding{row ? check->text_view(0) : "no answer"};
  if (finding == "ok") return {};
  return Failure{FailureCode::storage_corrupt, file_.string() + ": " + finding};
}

Failure SqliteEngine::failure() const {
  return failure_of(handle_, file_);
}

}  // namespace ce::storage
