#include "central/review/backlog.h"

#include "central/review/work_query.h"
#include "central/store/rows.h"

namespace ce::review {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

}  // namespace

Result<Backlog> backlog_of(store::Store const& store, Actor const& actor, Instant now) {
  Backlog backlog;
  auto const condition = open_work_condition(actor);
  if (!condition) return backlog;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN r.created_ms > $9 THEN 1 ELSE 0 END), 0), "
        "COALESCE(SUM(CASE WHEN r.created_ms > $10 THEN 1 ELSE 0 END), 0), "
        "COALESCE(SUM(CASE WHEN r.created_ms > $11 THEN 1 ELSE 0 END), 0), MIN(r.created_ms) "
        "FROM learning_records r WHERE " +
        *condition);
    CE_CHECK(bind_work(row, actor, {}));
    row.bind(9, now.ms - 3 * day_ms).bind(10, now.ms - 7 * day_ms).bind(11, now.ms - 15 * day_ms);
    CE_CHECK(row.step());
    backlog.all = row.integer(0);
    backlog.by_age = {row.integer(1), row.integer(2) - row.integer(1), row.integer(3) - row.integer(2),
                      backlog.all - row.integer(3)};
    if (auto const oldest = row.optional_integer(4)) backlog.oldest = Instant{*oldest};
    return {};
  });
  if (!done) return done.failure();
  return backlog;
}

Result<std::int64_t> waiting_without_industry(store::Store const& store, Actor const& actor) {
  std::int64_t count = 0;
  if (actor.party != credit::Party::hrss) return count;
  store::RegionScope const scope{actor.region};
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT COUNT(*) FROM learning_records r WHERE r.review = 'pending_industry' AND r.industry = '' AND "
        "r.review_region BETWEEN $1 AND $2" +
        and_year_is_open());
    CE_CHECK(row.bind(1, scope.code).bind(2, scope.last()).step());
    count = row.integer(0);
    return {};
  });
  if (!done) return done.failure();
  return count;
}

}  // namespace ce::review
