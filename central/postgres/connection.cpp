#include "central/postgres/connection.h"

#include <poll.h>

#include <charconv>

#include "central/postgres/cursor.h"
#include "central/postgres/postgres_failure.h"

namespace ce::postgres {
namespace {

bool is_error(PGresult const* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
      return false;
    default:
      return true;
  }
}

}  // namespace

Result<std::unique_ptr<storage::Cursor>> PostgresConnection::prepare(std::string_view sql) {
  return std::unique_ptr<storage::Cursor>{std::make_unique<PostgresCursor>(*this, sql)};
}

void PostgresConnection::free_wire() {
  if (on_wire_ != nullptr) std::exchange(on_wire_, nullptr)->take_in();
}

Answer PostgresConnection::last_answer() {
  Answer last;
  while (auto* const next = PQgetResult(handle_)) {
    // After the first error the rest only says that it was not done.
    if (!last || !is_error(last.get())) {
      last.reset(next);
    } else {
      PQclear(next);
    }
    if (PQstatus(handle_) == CONNECTION_BAD) break;
  }
  return last;
}

Failure PostgresConnection::failed(PGresult const* result, std::string_view sql) {
  bool const gone = PQstatus(handle_) == CONNECTION_BAD || result == nullptr;
  auto failure = gone ? lost(handle_) : failure_of(result, sql);
  if (reader_ && failure.detail.find("25006") != std::string::npos) failure.code = FailureCode::storage_fault;
  if (!first_failure_) first_failure_ = failure;
  return failure;
}

void PostgresConnection::note_changes(PGresult* result) {
  std::string_view const count = PQcmdTuples(result);
  changes_ = 0;
  std::from_chars(count.data(), count.data() + count.size(), changes_);
}

Result<void> PostgresConnection::execute(std::string_view sql) {
  free_wire();
  if (PQsendQuery(handle_, std::string{sql}.c_str()) == 0) return failed(nullptr, {});
  auto const answer = last_answer();
  if (!answer || is_error(answer.get())) return failed(answer.get(), sql);
  note_changes(answer.get());
  return {};
}

Result<void> PostgresConnection::begin(storage::Isolation isolation) {
  if (in_transaction()) return Failure{FailureCode::storage_fault, "a transaction within a transaction"};
  first_failure_.reset();
  for (auto const& name : std::exchange(dropped_, {})) CE_CHECK(execute("DEALLOCATE " + name));
  if (reader_) return execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return execute(isolation == storage::Isolation::serializable ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                                               : "BEGIN ISOLATION LEVEL READ COMMITTED");
}

Result<void> PostgresConnection::commit() {
  free_wire();
  // The server answers COMMIT of a failed transaction by a successful ROLLBACK.
  if (PQtransactionStatus(handle_) == PQTRANS_INERROR) {
    return first_failure_.value_or(Failure{FailureCode::storage_fault, "the transaction has failed"});
  }
  if (auto done = execute("COMMIT"); !done) {
    auto failure = done.failure();
    if (failure.code == FailureCode::storage_lost) failure.code = FailureCode::storage_in_doubt;
    return failure;
  }
  return {};
}

bool PostgresConnection::in_transaction() const {
  auto const status = PQtransactionStatus(handle_);
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

Result<void> PostgresConnection::check_integrity() {
  return Failure{FailureCode::storage_fault, "a server's integrity is checked there, by pg_amcheck"};
}

bool PostgresConnection::usable() {
  // Something to be read while nothing was asked: a setting that changed, or the server's farewell and the
  // end.
  pollfd waiting{PQsocket(handle_), POLLIN, 0};
  while (PQstatus(handle_) != CONNECTION_BAD && on_wire_ == nullptr && ::poll(&waiting, 1, 0) > 0) {
    if (PQconsumeInput(handle_) == 0) return false;
  }
  return PQstatus(handle_) != CONNECTION_BAD;
}

}  // namespace ce::postgres
