#include "central/postgres/connect_failure.h"
#include "central/postgres/connection.h"
#include "central/postgres/postgres.h"
#include "central/postgres/postgres_failure.h"

namespace ce::postgres {
namespace {

// Chatter such as "relation exists, skipping" would go to standard error.
void hear(void* connection, PGresult const* notice) {
  char const* const severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
  if (severity == nullptr || std::string_view{severity} != "WARNING") return;
  static_cast<PostgresConnection*>(connection)->warned();
}

/// What engines of this kind may not know is not worth failing for.
void set(storage::Database& database, std::string const& name, std::string const& value) {
  (void)database.execute("SET " + name + " = " + value);
}

void set(storage::Database& database, std::string const& name, std::chrono::milliseconds time) {
  set(database, name, std::to_string(time.count()));
}

}  // namespace

namespace {

/// The location comes after what it may overrule: a dead host is left after 5 s, a dead network noticed after
/// 20 s.
struct Parameters {
  static constexpr auto names = std::to_array<char const*>(
      {"connect_timeout", "application_name", "target_session_attrs", "tcp_user_timeout", "keepalives_idle",
       "keepalives_interval", "keepalives_count", "dbname", "client_encoding", nullptr});
  std::array<char const*, names.size()> values;
  Parameters(std::string const& location, char const* sessions)
      : values{"5", "ce-central", sessions, "20000", "10", "5", "3", location.c_str(), "UTF8", nullptr} {}
};

}  // namespace

PGconn* start_connecting(std::string const& location, char const* sessions) {
  return PQconnectdbParams(Parameters::names.data(), Parameters{location, sessions}.values.data(), 1);
}

PGconn* begin_connecting(std::string const& location) {
  return PQconnectStartParams(Parameters::names.data(), Parameters{location, "read-write"}.values.data(), 1);
}

Result<storage::Database> connect(std::string const& location, Options const& options) {
  CE_CHECK(check_location(location));
  auto* const handle = start_connecting(location, options.standby ? "prefer-standby" : "read-write");
  auto engine = std::make_unique<PostgresConnection>(handle, options.reader);
  if (PQstatus(handle) != CONNECTION_OK) return why_not_connected(location);
  PQsetNoticeReceiver(handle, hear, engine.get());
  char const* const encoding = PQparameterStatus(handle, "server_encoding");
  if (encoding != nullptr && std::string_view{encoding} != "UTF8") {
    return Failure{FailureCode::storage_unopenable,
                   describe_location(location) +
                       "：数据库的编码不是 UTF8，请另建一个（CREATE DATABASE ... TEMPLATE "
                       "template0 ENCODING 'UTF8' LC_COLLATE 'C'）"};
  }
  storage::Database database{std::move(engine)};
  set(database, "statement_timeout", options.statement_timeout);
  set(database, "lock_timeout", options.lock_timeout);
  set(database, "idle_in_transaction_session_timeout", options.statement_timeout);
  // Questions here are small: starting helpers or compiling a plan would cost more than the answer.
  set(database, "max_parallel_workers_per_gather", "0");
  set(database, "jit", "off");
  return database;
}

}  // namespace ce::postgres
