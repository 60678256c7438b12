#include "central/postgres/copy_in.h"

#include "central/postgres/connection.h"

namespace ce::postgres {
namespace {

Result<void> send_all(PGconn* handle, std::function<Result<bool>(std::string&)> const& next) {
  std::string lines;
  for (;;) {
    CE_TRY(bool const more, next(lines));
    if (!more) return {};
    // A refusal by the server is told at the end, with its reason.
    if (PQputCopyData(handle, lines.data(), static_cast<int>(lines.size())) != 1) return {};
  }
}

}  // namespace

Result<void> copy_in(storage::Database& database, std::string const& table_and_columns,
                     std::function<Result<bool>(std::string&)> const& next) {
  auto& connection = dynamic_cast<PostgresConnection&>(database.engine());
  auto* const handle = connection.handle();
  auto const sql = "COPY " + table_and_columns + " FROM STDIN";
  connection.free_wire();
  Answer const begun{PQexec(handle, sql.c_str())};
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return connection.failed(begun.get(), sql);
  auto sent = send_all(handle, next);
  PQputCopyEnd(handle, sent ? nullptr : "given up by the sender");
  auto const answer = connection.last_answer();
  if (!sent) return sent;
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return connection.failed(answer.get(), sql);
  connection.note_changes(answer.get());
  return {};
}

}  // namespace ce::postgres
