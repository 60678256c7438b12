#include "central/postgres/connection.h"

#include <poll.h>

#include <charconv>

#include "central/postgres/cursor.h"
#include "central/postgres/postgres_failure.h"

namespace ce::postgres {
namespace {

/// What the server has to say about so many fits what the two sides hold for each other.
constexpr std::size_t most_along = 256;

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

/// Not done because something before it had failed.
bool is_skipped(PGresult const* result) {
  if (PQresultStatus(result) == PGRES_PIPELINE_ABORTED) return true;
  char const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state != nullptr && std::string_view{state} == "25P02";
}

}  // namespace

Result<std::unique_ptr<storage::Cursor>> PostgresConnection::prepare(std::string_view sql) {
  return std::unique_ptr<storage::Cursor>{std::make_unique<PostgresCursor>(*this, sql)};
}

void PostgresConnection::free_wire() {
  if (on_wire_ != nullptr) std::exchange(on_wire_, nullptr)->take_in();
  collect();
}

Result<void> PostgresConnection::send_along(PostgresCursor* cursor, Sent const& statement) {
  if (along_.size() >= most_along) collect();
  if (failed_unseen_) return *failed_unseen_;
  if (along_.empty()) {
    free_wire();
    if (PQenterPipelineMode(handle_) == 0) return failed(nullptr, {});
  }
  along_.push_back({cursor, storage::excerpt(statement.text)});
  auto const count = static_cast<int>(statement.values.size());
  int const sent =
      statement.name.empty()
          ? PQsendQueryParams(handle_, std::string{statement.text}.c_str(), count, nullptr,
                              statement.values.data(), statement.lengths.data(), statement.formats.data(), 0)
          : PQsendQueryPrepared(handle_, statement.name.c_str(), count, statement.values.data(),
                                statement.lengths.data(), statement.formats.data(), 0);
  if (sent != 0) return {};
  along_.pop_back();
  return failed(nullptr, {});
}

Result<void> PostgresConnection::send_text_along(std::string_view sql) {
  static std::string const unnamed;
  return send_along(nullptr, {unnamed, sql, {}, {}, {}});
}

void PostgresConnection::collect() {
  if (along_.empty()) return;
  auto const all = std::exchange(along_, {});
  PQpipelineSync(handle_);
  for (auto const& one : all) collect_one(one);
  (void)last_answer();  // the synchronisation's own
  PQexitPipelineMode(handle_);
}

void PostgresConnection::collect_one(OnItsWay const& one) {
  Answer answer;
  while (auto* const next = PQgetResult(handle_)) {
    // libpq leaves the single-row mode of the statement before on for the first one of a pipeline.
    bool const one_row = PQresultStatus(next) == PGRES_SINGLE_TUPLE && one.cursor != nullptr;
    if (one_row) {
      one.cursor->deliver_row(Answer{next});
      continue;
    }
    answer.reset(next);
    if (PQstatus(handle_) == CONNECTION_BAD) break;
  }
  if (answer && !is_error(answer.get())) {
    note_changes(answer.get());
    if (one.cursor != nullptr) one.cursor->deliver(std::move(answer));
    return;
  }
  auto failure =
      is_skipped(answer.get()) && first_failure_ ? *first_failure_ : failed(answer.get(), one.text);
  if (one.cursor != nullptr) return one.cursor->deliver(std::move(failure));
  if (!failed_unseen_) failed_unseen_ = std::move(failure);
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
  if (failure.detail.find("25006") != std::string::npos) {
    if (reader_) failure.code = FailureCode::storage_fault;
    read_only_ = !reader_;
  }
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
  if (sql.starts_with("ROLLBACK")) {
    failed_unseen_.reset();
    first_failure_.reset();
  }
  if (failed_unseen_) return *failed_unseen_;
  if (PQsendQuery(handle_, std::string{sql}.c_str()) == 0) return failed(nullptr, {});
  auto const answer = last_answer();
  if (!answer || is_error(answer.get())) return failed(answer.get(), sql);
  note_changes(answer.get());
  return {};
}

Result<void> PostgresConnection::begin(storage::Isolation isolation) {
  if (in_transaction()) return Failure{FailureCode::storage_fault, "a transaction within a transaction"};
  first_failure_.reset();
  failed_unseen_.reset();
  for (auto const& name : std::exchange(dropped_, {})) CE_CHECK(execute("DEALLOCATE " + name));
  if (reader_) return execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  if (isolation == storage::Isolation::serializable) return execute("BEGIN ISOLATION LEVEL SERIALIZABLE");
  // Such work begins with locks that are sent along too.
  return send_text_along("BEGIN ISOLATION LEVEL READ COMMITTED");
}

Failure PostgresConnection::of_commit(Failure failure) const {
  if (failure.code == FailureCode::storage_lost && !read_only_ && !reader_)
    failure.code = FailureCode::storage_in_doubt;
  return failure;
}

// Where the wait for the synchronous standby is broken off, the server commits all the same, alone, and says
// so by a warning only: lost with this server, the transaction would be lost.
Result<void> PostgresConnection::kept_by_standby() const {
  if (!warned_) return {};
  return Failure{FailureCode::storage_in_doubt, "committed here, and no synchronous standby has it yet"};
}

Result<void> PostgresConnection::commit() {
  warned_ = false;
  // Behind what is on its way: where that fails, the server does not come to it.
  bool const along = !along_.empty();
  if (along) {
    if (auto const sent = send_text_along("COMMIT"); !sent) return of_commit(sent.failure());
  }
  free_wire();
  if (failed_unseen_) return along ? of_commit(*failed_unseen_) : *failed_unseen_;
  if (along) return kept_by_standby();
  // The server answers COMMIT of a failed transaction by a successful ROLLBACK.
  if (PQtransactionStatus(handle_) == PQTRANS_INERROR) {
    return first_failure_.value_or(Failure{FailureCode::storage_fault, "the transaction has failed"});
  }
  if (auto done = execute("COMMIT"); !done) return of_commit(done.failure());
  return kept_by_standby();
}

bool PostgresConnection::in_transaction() const {
  auto const status = PQtransactionStatus(handle_);
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

Result<void> PostgresConnection::check_integrity() {
  return Failure{FailureCode::storage_fault, "a server's integrity is checked there, by pg_amcheck"};
}

bool PostgresConnection::usable() {
  if (read_only_) return false;
  // Something to be read while nothing was asked: a setting that changed, or the server's farewell and the
  // end.
  pollfd waiting{PQsocket(handle_), POLLIN, 0};
  while (PQstatus(handle_) != CONNECTION_BAD && on_wire_ == nullptr && ::poll(&waiting, 1, 0) > 0) {
    if (PQconsumeInput(handle_) == 0) return false;
  }
  return PQstatus(handle_) != CONNECTION_BAD;
}

}  // namespace ce::postgres
