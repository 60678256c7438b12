#include "central/archive/close.h"

#include "central/registration/plain_form.h"

namespace ce::archive {
namespace {

Failure refused(std::string why) {
  return {FailureCode::input_invalid, std::move(why)};
}

Result<std::string> reason_of(std::string const& typed) {
  CE_TRY(auto reason, registration::checked_reason(typed));
  if (reason.empty()) return refused("say why");
  return reason;
}

/// Of the index of work lists: what is decided, nearly all records, is not looked at.
Result<std::int64_t> waiting_of(storage::Database& database, int year) {
  auto row = database.prepare(
      "SELECT COUNT(*) FROM learning_records WHERE review IN ('pending_employer', 'pending_agency', "
      "'pending_industry', 'pending_hrss') AND " +
      std::string{store::year_of_record} + " = $1");
  CE_CHECK(row.bind(1, std::int64_t{year}).step());
  return row.integer(0);
}

Result<void> check_over(store::Store const& store, int year, Instant now) {
  CE_TRY([[maybe_unused]] auto const* const pack, store.rules().packs.of_year(year));
  if (year < china_date(now).year()) return {};
  return refused(std::to_string(year) + ": the year is not over");
}

}  // namespace

Result<std::int64_t> close_year(store::Store& store, Closing const& how, audit::Author const& by,
                                Instant now) {
  CE_TRY(auto const reason, reason_of(how.reason));
  CE_CHECK(check_over(store, how.year, now));
  auto const year = std::to_string(how.year);
  std::int64_t waiting = 0;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(bool const closed, store::is_closed(database, how.year));
    if (closed) return refused(year + ": closed already");
    CE_TRY(waiting, waiting_of(database, how.year));
    if (waiting > 0 && !how.even_waiting) {
      return refused(year + ": " + std::to_string(waiting) +
                     " records wait for their review; close it with --even-waiting only where nobody will");
    }
    auto row = database.prepare(
        "INSERT INTO closed_years (year, closed_ms, closed_by, reason, waiting) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (year) DO UPDATE SET closed_ms = excluded.closed_ms, closed_by = excluded.closed_by, "
        "reason = excluded.reason, waiting = excluded.waiting, reopened_ms = NULL, reopened_by = NULL, "
        "reopened_reason = NULL");
    row.bind(1, std::int64_t{how.year}).bind(2, now.ms).bind(3, by.account).bind(4, reason);
    CE_CHECK(row.bind(5, waiting).run());
    return audit::append(database, by, audit::Action::year_closed, {"year", year},
                         audit::detail({{"waiting", waiting}}), now);
  });
  if (!done) return done.failure();
  return waiting;
}

Result<void> reopen_year(store::Store& store, int year, std::string const& reason, audit::Author const& by,
                         Instant now) {
  CE_TRY(auto const why, reason_of(reason));
  return store.write([&](storage::Database& database) -> Result<void> {
    auto update = database.prepare(
        "UPDATE closed_years SET reopened_ms = $2, reopened_by = $3, reopened_reason = $4 WHERE year = $1 "
        "AND "
        "reopened_ms IS NULL");
    CE_CHECK(update.bind(1, std::int64_t{year}).bind(2, now.ms).bind(3, by.account).bind(4, why).run());
    if (database.changes() != 1) return refused(std::to_string(year) + ": not closed");
    return audit::append(database, by, audit::Action::year_reopened, {"year", std::to_string(year)},
                         audit::detail({}), now);
  });
}

}  // namespace ce::archive
