#include "central/postgres/cursor.h"

#include <algorithm>
#include <charconv>

#include "central/postgres/postgres_failure.h"

namespace ce::postgres {
namespace {

constexpr Oid bytea = 17;

/// The highest $n in the text; a $ within a literal or a comment would only make room for nothing.
std::size_t parameters_in(std::string_view sql) {
  std::size_t highest = 0;
  for (std::size_t at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
    std::size_t number = 0;
    std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
    highest = std::max(highest, std::min<std::size_t>(number, 65535));
  }
  return highest;
}

int hex_value(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

}  // namespace

PostgresCursor::PostgresCursor(PostgresConnection& connection, std::string_view sql)
    : Cursor(sql), connection_(connection), parameters_(parameters_in(sql)) {}

PostgresCursor::~PostgresCursor() {
  leave_rows();
  if (!name_.empty()) connection_.drop_later(std::move(name_));
}

Result<PostgresCursor::Parameter*> PostgresCursor::place(int parameter) {
  if (running_) leave_rows();
  auto const index = static_cast<std::size_t>(parameter) - 1;
  if (index < parameters_.size()) return &parameters_[index];
  return Failure{FailureCode::storage_fault,
                 "no parameter $" + std::to_string(parameter) + " in: " + storage::excerpt(sql())};
}

// As text, so that the server's own reading of the statement decides about types, on every engine of its
// kind.
Result<void> PostgresCursor::bind_integer(int parameter, std::int64_t value) {
  CE_TRY(auto* const place_of, place(parameter));
  place_of->null = false;
  place_of->binary = false;
  place_of->bytes = std::to_string(value);
  return {};
}

Result<void> PostgresCursor::bind_text(int parameter, std::string_view text) {
  CE_TRY(auto* const place_of, place(parameter));
  if (text.find('\0') != std::string_view::npos) {
    return Failure{
        FailureCode::storage_fault,
        "a text holds U+0000 at parameter $" + std::to_string(parameter) + " of: " + storage::excerpt(sql())};
  }
  place_of->null = false;
  place_of->binary = false;
  place_of->bytes = text;
  return {};
}

Result<void> PostgresCursor::bind_blob(int parameter, std::string_view bytes) {
  CE_TRY(auto* const place_of, place(parameter));
  place_of->null = false;
  place_of->binary = true;
  place_of->bytes = bytes;
  return {};
}

Result<void> PostgresCursor::bind_null(int parameter) {
  CE_TRY(auto* const place_of, place(parameter));
  place_of->null = true;
  return {};
}

Result<void> PostgresCursor::prepare() {
  if (!name_.empty()) return {};
  connection_.free_wire();
  if (auto const& failure = connection_.failed_unseen()) return *failure;
  auto* const handle = connection_.handle();
  auto name = connection_.new_name();
  if (PQsendPrepare(handle, name.c_str(), sql().c_str(), 0, nullptr) == 0)
    return connection_.failed(nullptr, {});
  auto const prepared = connection_.last_answer();
  if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) return connection_.failed(prepared.get(), sql());
  name_ = std::move(name);
  return {};
}

PostgresCursor::Arguments PostgresCursor::arguments() const {
  Arguments all;
  for (auto const& parameter : parameters_) {
    all.values.push_back(parameter.null ? nullptr : parameter.bytes.c_str());
    all.lengths.push_back(static_cast<int>(parameter.bytes.size()));
    all.formats.push_back(parameter.binary ? 1 : 0);
  }
  return all;
}

Result<void> PostgresCursor::send() {
  connection_.free_wire();
  if (auto const& failure = connection_.failed_unseen()) return *failure;
  CE_CHECK(prepare());
  auto* const handle = connection_.handle();
  auto const all = arguments();
  if (PQsendQueryPrepared(handle, name_.c_str(), static_cast<int>(all.values.size()), all.values.data(),
                          all.lengths.data(), all.formats.data(), 0) == 0) {
    return connection_.failed(nullptr, {});
  }
  PQsetSingleRowMode(handle);
  running_ = on_wire_ = true;
  connection_.hold_wire(this);
  return {};
}

Result<void> PostgresCursor::send_along(PostgresCursor* taker) {
  leave_rows();
  CE_CHECK(prepare());
  auto const all = arguments();
  return connection_.send_along(taker, {name_, sql(), all.values, all.lengths, all.formats});
}

Result<void> PostgresCursor::ask() {
  CE_CHECK(send_along(this));
  running_ = along_ = true;
  return {};
}

Result<void> PostgresCursor::run_later() {
  return send_along(nullptr);
}

void PostgresCursor::deliver(Answer rows) {
  along_ = false;
  delivered_ = std::move(rows);
  at_ = -1;
}

void PostgresCursor::deliver_row(Answer row) {
  taken_in_.push_back(std::move(row));
}

void PostgresCursor::deliver(Failure failure) {
  along_ = false;
  taken_in_failure_ = std::move(failure);
}

Result<bool> PostgresCursor::next_delivered() {
  if (++at_ < PQntuples(delivered_.get())) return true;
  delivered_.reset();
  running_ = false;
  return false;
}

Result<bool> PostgresCursor::receive() {
  Answer answer{PQgetResult(connection_.handle())};
  if (PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
    row_ = std::move(answer);
    return true;
  }
  return finish(std::move(answer));
}

Result<bool> PostgresCursor::finish(Answer answer) {
  on_wire_ = false;
  connection_.hold_wire(nullptr);
  auto const status = PQresultStatus(answer.get());
  if (answer && PQstatus(connection_.handle()) != CONNECTION_BAD) connection_.last_answer();
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) return connection_.failed(answer.get(), sql());
  connection_.note_changes(answer.get());
  return false;
}

Result<bool> PostgresCursor::step() {
  row_.reset();
  if (along_) connection_.free_wire();
  if (!running_) CE_CHECK(send());
  if (!taken_in_.empty()) {
    row_ = std::move(taken_in_.front());
    taken_in_.pop_front();
    return true;
  }
  if (delivered_) return next_delivered();
  Result<bool> next = false;
  if (on_wire_) {
    next = receive();
  } else if (taken_in_failure_) {
    next = std::move(*taken_in_failure_);
  }
  if (!next || !*next) {
    running_ = false;
    taken_in_failure_.reset();
  }
  return next;
}

void PostgresCursor::take_in() {
  auto current = std::move(row_);
  while (on_wire_) {
    auto const next = receive();
    if (!next) taken_in_failure_ = next.failure();
    if (next && *next) taken_in_.push_back(std::move(row_));
  }
  row_ = std::move(current);
}

void PostgresCursor::leave_rows() {
  if (along_) connection_.free_wire();
  delivered_.reset();
  while (on_wire_) {
    if (auto const next = receive(); !next) break;
  }
  row_.reset();
  taken_in_.clear();
  taken_in_failure_.reset();
  running_ = false;
}

void PostgresCursor::reset() {
  leave_rows();
  for (auto& parameter : parameters_) {
    parameter.null = true;
    parameter.bytes.clear();
  }
}

PGresult const* PostgresCursor::present() const {
  return row_ ? row_.get() : delivered_.get();
}

std::string_view PostgresCursor::bytes_at(int column) const {
  auto const* const rows = present();
  int const row = row_ ? 0 : at_;
  if (rows == nullptr || column >= PQnfields(rows)) return {};
  return {PQgetvalue(rows, row, column), static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

std::int64_t PostgresCursor::integer(int column) const {
  auto const bytes = bytes_at(column);
  if (bytes == "t") return 1;  // a BOOLEAN expression
  std::int64_t value = 0;
  std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
  return value;
}

std::string_view PostgresCursor::text_view(int column) const {
  return bytes_at(column);
}

std::string PostgresCursor::blob(int column) const {
  auto const bytes = bytes_at(column);
  auto const* const rows = present();
  if (rows == nullptr || PQftype(rows, column) != bytea || !bytes.starts_with("\\x"))
    return std::string{bytes};
  std::string decoded;
  decoded.reserve(bytes.size() / 2);
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    decoded += static_cast<char>(hex_value(bytes[i]) * 16 + hex_value(bytes[i + 1]));
  }
  return decoded;
}

bool PostgresCursor::is_null(int column) const {
  auto const* const rows = present();
  return rows == nullptr || column >= PQnfields(rows) || PQgetisnull(rows, row_ ? 0 : at_, column) != 0;
}

}  // namespace ce::postgres
