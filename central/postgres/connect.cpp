#include "central/postgres/connect_failure.h"
#include "central/postgres/connection.h"
#include "central/postgres/postgres.h"
#include "central/postgres/postgres_failure.h"

namespace ce::postgres {
namespace {

// Chatter such as "relation exists, skipping" would go to standard error.
void say_nothing(void* /*context*/, PGresult const* /*notice*/) {}

/// What engines of this kind may not know is not worth failing for.
void set(storage::Database& database, std::string const& name, std::string const& value) {
  (void)database.execute("SET " + name + " = " + value);
}

void set(storage::Database& database, std::string const& name, std::chrono::milliseconds time) {
  set(database, name, std::to_string(time.count()));
}

}  // namespace

PGconn* start_connecting(std::string const& location, bool wait) {
  // The location comes after what it may overrule: a dead host is left after 5 s, a dead network noticed
  // after 20 s, and of several hosts the one that takes writes is chosen.
  constexpr auto names = std::to_array<char const*>(
      {"connect_timeout", "application_name", "target_session_attrs", "tcp_user_timeout", "keepalives_idle",
       "keepalives_interval", "keepalives_count", "dbname", "client_encoding", nullptr});
  std::array<char const*, names.size()> const values{"5", "ce-central", "read-write",     "20000", "10",
                                                     "5", "3",          location.c_str(), "UTF8",  nullptr};
  return wait ? PQconnectdbParams(names.data(), values.data(), 1)
              : PQconnectStartParams(names.data(), values.data(), 1);
}

Result<storage::Database> connect(std::string const& location, Options const& options) {
  CE_CHECK(check_location(location));
  auto* const handle = start_connecting(location, true);
  auto engine = std::make_unique<PostgresConnection>(handle, options.reader);
  if (PQstatus(handle) != CONNECTION_OK) return why_not_connected(location);
  PQsetNoticeReceiver(handle, say_nothing, nullptr);
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
