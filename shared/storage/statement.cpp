#include <array>
#include <charconv>

#include "shared/storage/connection.h"

namespace ce::storage {

Statement::Statement(Database& database, sqlite3_stmt* handle, std::optional<Failure> broken)
    : database_(&database), handle_(handle), broken_(std::move(broken)) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      handle_(std::exchange(other.handle_, nullptr)),
      broken_(std::move(other.broken_)) {}

Statement::~Statement() {
  if (handle_ != nullptr) database_->connection_->give_back(handle_);
}

int Statement::place_of(int parameter) {
  if (handle_ == nullptr) return 0;
  if (sqlite3_stmt_busy(handle_) != 0) sqlite3_reset(handle_);
  std::array<char, 12> name{'$'};
  *std::to_chars(name.data() + 1, name.data() + name.size() - 1, parameter).ptr = '\0';
  return sqlite3_bind_parameter_index(handle_, name.data());
}

Statement& Statement::note(int parameter, int code) {
  if (code == SQLITE_OK || broken_) return *this;
  broken_ = database_->connection_->failure();
  broken_->detail += " at parameter $" + std::to_string(parameter) + " of: " + sqlite3_sql(handle_);
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  return note(parameter, sqlite3_bind_int64(handle_, place_of(parameter), value));
}

Statement& Statement::bind(int parameter, std::string_view text) {
  char const* const bytes = text.data() == nullptr ? "" : text.data();  // SQLite takes a null for NULL
  return note(parameter, sqlite3_bind_text64(handle_, place_of(parameter), bytes, text.size(),
                                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  char const* const start = bytes.data() == nullptr ? "" : bytes.data();
  return note(parameter,
              sqlite3_bind_blob64(handle_, place_of(parameter), start, bytes.size(), SQLITE_TRANSIENT));
}

Statement& Statement::bind_null(int parameter) {
  return note(parameter, sqlite3_bind_null(handle_, place_of(parameter)));
}

Statement& Statement::bind(int parameter, std::optional<std::int64_t> value) {
  return value ? bind(parameter, *value) : bind_null(parameter);
}

Statement& Statement::bind(int parameter, std::optional<std::string> const& text) {
  return text ? bind(parameter, std::string_view{*text}) : bind_null(parameter);
}

Result<bool> Statement::step() {
  if (broken_) return *broken_;
  int const code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(handle_);
    return false;
  }
  auto failure =
      database_->connection_->failure();  // before the reset, which would repeat it without its cause
  sqlite3_reset(handle_);
  return failure;
}

Result<void> Statement::run() {
  for (;;) {
    CE_TRY(bool const row, step());
    if (!row) return {};
  }
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}

std::string Statement::text(int column) const {
  auto const* const bytes = sqlite3_column_text(handle_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<char const*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string Statement::blob(int column) const {
  auto const* const bytes = sqlite3_column_blob(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<char const*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional{integer(column)};
}

std::optional<std::string> Statement::optional_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional{text(column)};
}

}  // namespace ce::storage
