#include "shared/storage/session.h"

namespace ce::storage {

Statement::Statement(Database& database, std::unique_ptr<Cursor> cursor)
    : database_(&database), cursor_(std::move(cursor)) {}

Statement::Statement(Database& database, Failure broken) : database_(&database), broken_(std::move(broken)) {}

Statement::Statement(Statement&& other) noexcept = default;

Statement::~Statement() {
  if (cursor_) database_->session_->give_back(std::move(cursor_));
}

Statement& Statement::note(Result<void> const& bound) {
  if (!bound) broken_ = bound.failure();
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  return broken_ ? *this : note(cursor_->bind_integer(parameter, value));
}

Statement& Statement::bind(int parameter, std::string_view text) {
  return broken_ ? *this : note(cursor_->bind_text(parameter, text));
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  return broken_ ? *this : note(cursor_->bind_blob(parameter, bytes));
}

Statement& Statement::bind_null(int parameter) {
  return broken_ ? *this : note(cursor_->bind_null(parameter));
}

Statement& Statement::bind(int parameter, std::optional<std::int64_t> value) {
  return value ? bind(parameter, *value) : bind_null(parameter);
}

Statement& Statement::bind(int parameter, std::optional<std::string> const& text) {
  return text ? bind(parameter, std::string_view{*text}) : bind_null(parameter);
}

Result<bool> Statement::step() {
  if (broken_) return *broken_;
  return cursor_->step();
}

Result<void> Statement::run() {
  for (;;) {
    CE_TRY(bool const row, step());
    if (!row) return {};
  }
}

Statement& Statement::ask() {
  return broken_ ? *this : note(cursor_->ask());
}

Result<void> Statement::run_later() {
  if (broken_) return *broken_;
  return cursor_->run_later();
}

std::int64_t Statement::integer(int column) const {
  return cursor_->integer(column);
}

std::string Statement::text(int column) const {
  return std::string{cursor_->text_view(column)};
}

std::string_view Statement::text_view(int column) const {
  return cursor_->text_view(column);
}

std::string Statement::blob(int column) const {
  return cursor_->blob(column);
}

bool Statement::is_null(int column) const {
  return cursor_->is_null(column);
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional{integer(column)};
}

std::optional<std::string> Statement::optional_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional{text(column)};
}

}  // namespace ce::storage
