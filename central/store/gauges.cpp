#include "central/store/gauges.h"

#include "shared/credit/record.h"
#include "shared/protocol/names.h"

namespace ce::store {
namespace {

using credit::ReviewState;

Result<std::int64_t> one_figure(storage::Database& database, std::string_view sql) {
  auto row = database.prepare(sql);
  CE_CHECK(row.step());
  return row.integer(0);
}

Result<void> count_backlog(storage::Database& database, Gauges& gauges) {
  auto row = database.prepare("SELECT count(*) FROM learning_records WHERE review = $1");
  for (auto const state : {ReviewState::pending_employer, ReviewState::pending_agency,
                           ReviewState::pending_industry, ReviewState::pending_hrss, ReviewState::returned}) {
    auto const word = protocol::word_of(state);
    CE_CHECK(row.bind(1, word).step());
    gauges.review_backlog[std::string{word}] = row.integer(0);
  }
  return {};
}

Result<void> look_at_kiosks(storage::Database& database, Instant now, Gauges& gauges) {
  CE_TRY(gauges.kiosks_enrolled, one_figure(database, "SELECT count(*) FROM kiosks"));
  auto row = database.prepare(
      "SELECT COALESCE(SUM(CASE WHEN received_ms >= $1 THEN 1 ELSE 0 END), 0), "
      "COALESCE(SUM(outbox_pending), 0), COALESCE(SUM(prints_unresolved), 0) FROM kiosk_health");
  CE_CHECK(row.bind(1, now.ms - kiosk_alive_ms).step());
  gauges.kiosks_alive = row.integer(0);
  gauges.outbox_pending = row.integer(1);
  gauges.prints_unresolved = row.integer(2);
  return {};
}

}  // namespace

Result<Gauges> gauges(storage::Database& database, Instant now) {
  Gauges gauges;
  CE_TRY(gauges.sessions, one_figure(database, "SELECT count(*) FROM sessions"));
  CE_CHECK(count_backlog(database, gauges));
  // Numbers have no gap but those that a restored store lost, so the counters tell what a count of millions
  // of rows would.
  CE_TRY(gauges.certificates_issued,
         one_figure(database,
                    "SELECT (SELECT COALESCE(SUM(last_sequence), 0) FROM number_counters) - (SELECT "
                    "COALESCE(SUM(last_sequence - first_sequence + 1), 0) FROM lost_numbers)"));
  CE_TRY(gauges.grants_live, one_figure(database, "SELECT count(*) FROM print_grants WHERE state = 'live'"));
  CE_TRY(gauges.rejudging_left,
         one_figure(database,
                    "SELECT COALESCE(MAX(CASE WHEN total > judged THEN total - judged ELSE 1 END), 0) FROM "
                    "rejudging_jobs WHERE state <> 'done'"));
  CE_CHECK(look_at_kiosks(database, now, gauges));
  return gauges;
}

}  // namespace ce::store
