#include "central/postgres/postgres_failure.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>

namespace ce::postgres {
namespace {

struct Row {
  std::string_view prefix;  // of an SQLSTATE
  FailureCode code;
};

// The first that fits. CockroachDB and YugabyteDB use the same states.
constexpr auto kinds = std::to_array<Row>({
    {"40001", FailureCode::storage_conflict},    // serialization_failure
    {"40P01", FailureCode::storage_conflict},    // deadlock_detected
    {"40003", FailureCode::storage_in_doubt},    // statement_completion_unknown, CockroachDB's
    {"23", FailureCode::storage_constraint},     //
    {"53100", FailureCode::storage_full},        // disk_full
    {"53", FailureCode::storage_busy},           // too_many_connections, out_of_memory
    {"55P03", FailureCode::storage_busy},        // lock_not_available
    {"57014", FailureCode::storage_busy},        // query_canceled, by statement_timeout
    {"57P", FailureCode::storage_lost},          // shutdown, crash, starting up
    {"25006", FailureCode::storage_lost},        // read_only: this server became a standby
    {"25P03", FailureCode::storage_lost},        // idle_in_transaction_session_timeout
    {"08P01", FailureCode::storage_fault},       // protocol_violation: our own mistake
    {"08", FailureCode::storage_lost},           //
    {"XX001", FailureCode::storage_corrupt},     // data_corrupted
    {"XX002", FailureCode::storage_corrupt},     // index_corrupted
    {"28", FailureCode::storage_unopenable},     // password, authorization
    {"3D000", FailureCode::storage_unopenable},  // no such database
    {"42501", FailureCode::storage_unopenable},  // insufficient_privilege
});

std::string_view field(PGresult const* result, int which) {
  char const* const text = PQresultErrorField(result, which);
  return text == nullptr ? std::string_view{} : text;
}

std::string one_line(std::string_view text) {
  std::string line{text.substr(0, text.find_last_not_of('\n') + 1)};
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

FailureCode code_of(std::string_view state) {
  for (auto const& row : kinds) {
    if (state.starts_with(row.prefix)) return row.code;
  }
  return FailureCode::storage_fault;
}

Failure failure_of(PGresult const* result, std::string_view sql) {
  auto const state = field(result, PG_DIAG_SQLSTATE);
  // Messages of class 22 (data exceptions) repeat the value.
  std::string detail = state.starts_with("22") ? "a value the column cannot hold"
                                               : one_line(field(result, PG_DIAG_MESSAGE_PRIMARY));
  auto const table = field(result, PG_DIAG_TABLE_NAME);
  auto const column = field(result, PG_DIAG_COLUMN_NAME);
  auto const constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  if (!table.empty()) detail.append(" at ").append(table);
  if (!column.empty()) detail.append(".").append(column);
  if (!constraint.empty()) detail.append(" (").append(constraint).append(")");
  detail.append(" (SQLSTATE ").append(state).append(")");
  if (!sql.empty()) detail.append(" in: ").append(storage::excerpt(sql));
  return {code_of(state), std::move(detail)};
}

Failure lost(PGconn const* handle) {
  auto const said = one_line(PQerrorMessage(handle));
  return {FailureCode::storage_lost, "connection to the database lost" + (said.empty() ? "" : ": " + said)};
}

}  // namespace ce::postgres
