#include "central/fleet/logs.h"

#include "central/accounts/account.h"
#include "central/fleet/fleet.h"
#include "central/store/moment.h"
#include "shared/log/log.h"
#include "shared/protocol/limits.h"

namespace ce::fleet {
namespace {

constexpr std::int64_t log_hour_ms = 3'600'000;
constexpr std::int64_t log_day_ms = 24 * log_hour_ms;

/// Requests of before that are not told any more.
std::int64_t patience_begins(Instant now) {
  return now.ms - log_patience_hours * log_hour_ms;
}

Result<bool> is_asked(storage::Database& database, std::string_view kiosk, Instant now) {
  auto row = database.prepare(
      "SELECT 1 FROM kiosk_logs WHERE kiosk = $1 AND received_ms IS NULL AND asked_ms > $2 LIMIT 1");
  return row.bind(1, kiosk).bind(2, patience_begins(now)).step();
}

/// Columns: id, hours, account, asked_ms, received_ms, left_out, problem, bytes.
LogRequest request_in(storage::Statement const& row, Instant now) {
  LogRequest request{.id = row.text(0),
                     .hours = row.integer(1),
                     .account = row.text(2),
                     .asked = Instant{row.integer(3)},
                     .received = store::moment_in(row, 4),
                     .over = false,
                     .left_out = row.integer(5),
                     .problem = row.text(6),
                     .bytes = row.integer(7)};
  request.over = !request.received && request.asked.ms <= patience_begins(now);
  return request;
}

Result<void> put_name(storage::Database& database, LogRequest& request) {
  auto const found = accounts::find(database, request.account);
  if (!found && found.failure().code != FailureCode::account_unknown) return found.failure();
  if (found) request.account = found->shown_name + "（" + found->login + "）";
  return {};
}

}  // namespace

Result<std::string> ask_for_log(store::Store& store, audit::Author const& by, std::string_view kiosk,
                                std::int64_t hours, Instant now) {
  if (hours < 1 || hours > protocol::most_log_hours) {
    return Failure{FailureCode::input_invalid, "请选择要索取多长时间的日志"};
  }
  auto const id = EntryId::make().text();
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const author, author_about(database, by, kiosk));
    CE_TRY(bool const asked, is_asked(database, kiosk, now));
    if (asked) return Failure{FailureCode::input_invalid, "已经索取过，正在等终端送来"};
    CE_CHECK(database
                 .prepare("INSERT INTO kiosk_logs (id, kiosk, hours, account, asked_ms, left_out, problem, "
                          "bytes, log) VALUES ($1, $2, $3, $4, $5, 0, '', 0, '')")
                 .bind(1, id)
                 .bind(2, kiosk)
                 .bind(3, hours)
                 .bind(4, by.account)
                 .bind(5, now.ms)
                 .run());
    return audit::append(database, author, audit::Action::kiosk_log_asked, {"kiosk", std::string{kiosk}},
                         audit::detail({{"log", id}, {"hours", hours}}), now);
  });
  if (!done) return done.failure();
  return id;
}

Result<std::optional<protocol::LogWanted>> log_wanted(storage::Database& database, std::string_view kiosk,
                                                      Instant now) {
  auto row = database.prepare(
      "SELECT id, hours FROM kiosk_logs WHERE kiosk = $1 AND received_ms IS NULL AND asked_ms > $2 "
      "ORDER BY asked_ms LIMIT 1");
  CE_TRY(bool const asked, row.bind(1, kiosk).bind(2, patience_begins(now)).step());
  if (!asked) return std::optional<protocol::LogWanted>{};
  CE_TRY(auto const id, EntryId::parse(row.text(0)));
  return std::optional{protocol::LogWanted{id, static_cast<int>(row.integer(1))}};
}

Result<void> take_log(store::Store& store, std::string_view kiosk, protocol::KioskLog const& log,
                      Instant now) {
  // The kiosk has starred what is shaped like a number of somebody's; whoever has its key may have not.
  auto const text = log::redact(log.text);
  return store.write([&](storage::Database& database) -> Result<void> {
    {
      auto row =
          database.prepare("SELECT received_ms, asked_ms FROM kiosk_logs WHERE id = $1 AND kiosk = $2");
      CE_TRY(bool const there, row.bind(1, log.request.text()).bind(2, kiosk).step());
      if (!there) return Failure{FailureCode::record_unknown, "log"};
      if (!row.is_null(0)) return {};
      if (row.integer(1) <= patience_begins(now)) return Failure{FailureCode::record_unknown, "log"};
    }
    return database
        .prepare(
            "UPDATE kiosk_logs SET received_ms = $2, left_out = $3, problem = $4, bytes = $5, log = $6 "
            "WHERE id = $1")
        .bind(1, log.request.text())
        .bind(2, now.ms)
        .bind(3, log.left_out)
        .bind(4, log::redact(log.problem))
        .bind(5, static_cast<std::int64_t>(text.size()))
        .bind(6, text)
        .run();
  });
}

Result<std::vector<LogRequest>> logs_of(store::Store const& store, std::string_view kiosk, std::int64_t most,
                                        Instant now) {
  std::vector<LogRequest> requests;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    requests.clear();
    {
      auto rows = database.prepare(
          "SELECT id, hours, account, asked_ms, received_ms, left_out, problem, bytes FROM kiosk_logs "
          "WHERE kiosk = $1 ORDER BY asked_ms DESC, id LIMIT $2");
      rows.bind(1, kiosk).bind(2, most);
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) break;
        requests.push_back(request_in(rows, now));
      }
    }
    for (auto& request : requests) CE_CHECK(put_name(database, request));
    return {};
  });
  if (!done) return done.failure();
  return requests;
}

Result<LogRead> read_log(store::Store& store, audit::Author const& by, std::string_view kiosk,
                         std::string_view id, Instant now) {
  LogRead read;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    {
      auto row = database.prepare(
          "SELECT id, hours, account, asked_ms, received_ms, left_out, problem, bytes, log FROM kiosk_logs "
          "WHERE id = $1 AND kiosk = $2 AND received_ms IS NOT NULL");
      CE_TRY(bool const there, row.bind(1, id).bind(2, kiosk).step());
      if (!there) return Failure{FailureCode::record_unknown, "log"};
      read = {request_in(row, now), row.text(8)};
    }
    CE_CHECK(put_name(database, read.request));
    CE_TRY(auto const author, author_about(database, by, kiosk));
    return audit::append(database, author, audit::Action::kiosk_log_read, {"kiosk", std::string{kiosk}},
                         audit::detail({{"log", read.request.id}}), now);
  });
  if (!done) return done.failure();
  return read;
}

Result<std::int64_t> drop_old_logs(store::Store& store, std::int64_t days, Instant now) {
  std::int64_t dropped = 0;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare("DELETE FROM kiosk_logs WHERE asked_ms < $1")
                 .bind(1, now.ms - days * log_day_ms)
                 .run());
    dropped = database.changes();
    return {};
  });
  if (!done) return done.failure();
  return dropped;
}

}  // namespace ce::fleet
