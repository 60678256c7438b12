#include "shared/storage/connection.h"

#include "shared/storage/sqlite_failure.h"

namespace ce::storage {
namespace {

/// Programs here have some dozens of statements; more means SQL is put together at run time.
constexpr std::size_t most_cached = 200;

}  // namespace

Database::Connection::~Connection() {
  for (auto& [sql, statements] : idle) {
    for (auto* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close_v2(handle);
}

sqlite3_stmt* Database::Connection::take(std::string_view sql) {
  if (auto found = idle.find(sql); found != idle.end() && !found->second.empty()) {
    auto* statement = found->second.back();
    found->second.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                     nullptr);
  return statement;
}

void Database::Connection::give_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  std::string_view const sql = sqlite3_sql(statement);
  auto found = idle.find(sql);
  if (found == idle.end()) {
    if (idle.size() >= most_cached) {
      sqlite3_finalize(statement);
      return;
    }
    found = idle.emplace(std::string{sql}, std::vector<sqlite3_stmt*>{}).first;
  }
  found->second.push_back(statement);
}

Failure Database::Connection::failure() const {
  return failure_of(handle, file);
}

}  // namespace ce::storage
