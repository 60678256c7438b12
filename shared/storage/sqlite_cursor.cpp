#include "shared/storage/sqlite_cursor.h"

#include <array>
#include <charconv>
#include <string>

#include "shared/storage/sqlite_engine.h"

namespace ce::storage {
namespace {

// SQLite looks names of parameters up in a list, one by one: with the hundreds of a statement of many rows
// that would cost more than the rows. Looked at once, when it is prepared.
bool are_in_order(sqlite3_stmt* handle) {
  int const count = sqlite3_bind_parameter_count(handle);
  for (int i = 1; i <= count; ++i) {
    char const* const name = sqlite3_bind_parameter_name(handle, i);
    if (name == nullptr || name != '$' + std::to_string(i)) return false;
  }
  return true;
}

}  // namespace

SqliteCursor::SqliteCursor(SqliteEngine const& engine, std::string_view sql, sqlite3_stmt* handle)
    : Cursor(sql), engine_(engine), handle_(handle), in_order_(are_in_order(handle)) {}

int SqliteCursor::place_of(int parameter) {
  if (sqlite3_stmt_busy(handle_) != 0) sqlite3_reset(handle_);
  if (in_order_) return parameter;  // one that is not there is an error of the binding
  std::array<char, 12> name{'$'};
  *std::to_chars(name.data() + 1, name.data() + name.size() - 1, parameter).ptr = '\0';
  return sqlite3_bind_parameter_index(handle_, name.data());
}

Result<void> SqliteCursor::checked(int parameter, int code) const {
  if (code == SQLITE_OK) return {};
  auto broken = engine_.failure();
  broken.detail += " at parameter $" + std::to_string(parameter) + " of: " + excerpt(sql());
  return broken;
}

Result<void> SqliteCursor::bind_integer(int parameter, std::int64_t value) {
  return checked(parameter, sqlite3_bind_int64(handle_, place_of(parameter), value));
}

Result<void> SqliteCursor::bind_text(int parameter, std::string_view text) {
  char const* const bytes = text.data() == nullptr ? "" : text.data();  // SQLite takes a null for NULL
  return checked(parameter, sqlite3_bind_text64(handle_, place_of(parameter), bytes, text.size(),
                                                SQLITE_TRANSIENT, SQLITE_UTF8));
}

Result<void> SqliteCursor::bind_blob(int parameter, std::string_view bytes) {
  char const* const start = bytes.data() == nullptr ? "" : bytes.data();
  return checked(parameter,
                 sqlite3_bind_blob64(handle_, place_of(parameter), start, bytes.size(), SQLITE_TRANSIENT));
}

Result<void> SqliteCursor::bind_null(int parameter) {
  return checked(parameter, sqlite3_bind_null(handle_, place_of(parameter)));
}

Result<bool> SqliteCursor::step() {
  int const code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(handle_);
    return false;
  }
  auto failure = engine_.failure();  // before the reset, which would repeat it without its cause
  sqlite3_reset(handle_);
  return failure;
}

std::int64_t SqliteCursor::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}

std::string_view SqliteCursor::text_view(int column) const {
  auto const* const bytes = sqlite3_column_text(handle_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<char const*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string SqliteCursor::blob(int column) const {
  auto const* const bytes = sqlite3_column_blob(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<char const*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool SqliteCursor::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

void SqliteCursor::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
}

}  // namespace ce::storage
