#include "central/review/work_query.h"

#include "central/store/rows.h"
#include "central/store/words.h"
#include "shared/protocol/names.h"
#include "shared/storage/id_list.h"

namespace ce::review {
namespace {

// Own records and second steps of an account are refused by credit::advance(); they are no work either.
constexpr std::string_view common =
    " AND r.id > $1 AND r.professional <> $2 AND ($3 = '' OR r.subject = $3) "
    "AND r.review_region BETWEEN $4 AND $5 AND NOT EXISTS (SELECT 1 FROM review_steps s "
    "WHERE s.record = r.id AND s.round = r.round AND s.actor = $6 AND s.decision <> 'resubmit')";

// " construction water ": a record without an industry would ask for two blanks side by side.
std::string all_industries(Actor const& actor) {
  std::string text{' '};
  for (auto const& one : actor.industries) text.append(one).append(1, ' ');
  return text;
}

store::RegionScope asked_scope(Actor const& actor, WorkFilter const& filter) {
  return {filter.region.empty() ? actor.region : filter.region};
}

/// The regions of the scope where something waits, whatever their codes: from one to the next by the index.
Result<std::vector<std::string>> regions_with_work(storage::Database& database, Actor const& actor,
                                                   store::RegionScope const& scope) {
  std::vector<std::string> regions{scope.code};
  auto next = database.prepare(
      "SELECT review_region FROM learning_records WHERE review = $1 AND review_region > $2 AND "
      "review_region <= $3 ORDER BY review_region LIMIT 1");
  while (regions.back() < scope.last()) {
    next.bind(1, actor.party == credit::Party::hrss ? "pending_hrss" : "pending_industry");
    next.bind(2, regions.back()).bind(3, scope.last());
    CE_TRY(bool const more, next.step());
    if (!more) break;
    auto region = next.text(0);
    CE_CHECK(next.run());
    regions.push_back(std::move(region));
  }
  return regions;
}

/// One branch for each of `regions`; without any, one for all that the condition says.
std::string select_ids(std::string const& condition, std::size_t regions) {
  auto const branch = "SELECT r.id FROM learning_records r WHERE " + condition;
  if (regions == 0) return branch + " ORDER BY 1 LIMIT $9";
  std::string sql;
  for (std::size_t i = 0; i < regions; ++i) {
    sql += (i == 0 ? "" : " UNION ALL ") + branch + " AND r.review_region = $" + std::to_string(10 + i);
  }
  return sql + " ORDER BY 1 LIMIT $9";
}

}  // namespace

bool works_by_region(Actor const& actor) {
  return actor.party == credit::Party::hrss || actor.party == credit::Party::industry_authority;
}

std::optional<std::string> work_condition(Actor const& actor) {
  std::string_view mine;
  switch (actor.party) {
    case credit::Party::employer:
      mine = "r.review = 'pending_employer' AND r.employer = $7";
      break;
    case credit::Party::talent_agency:
      mine = "r.review = 'pending_agency' AND r.agency = $7";
      break;
    case credit::Party::industry_authority:
      mine = "r.review = 'pending_industry' AND $7 = 0 AND $8 LIKE '% ' || r.industry || ' %'";
      break;
    case credit::Party::hrss:
      mine = "r.review = 'pending_hrss' AND $7 = 0 AND (r.review_level = '' OR r.review_level = $8)";
      break;
    default:
      return std::nullopt;
  }
  return std::string{mine} + (works_by_region(actor) ? "" : " AND $8 <> ''") + std::string{common};
}

Result<void> bind_work(storage::Statement& statement, Actor const& actor, WorkFilter const& filter) {
  bool const by_region = works_by_region(actor);
  store::RegionScope const own{by_region ? actor.region : "440000"};
  store::RegionScope const asked{filter.region.empty() ? own.code : filter.region};
  if (!own.covers(asked.code)) return Failure{FailureCode::input_invalid, "所选地区不在管辖范围之内"};
  statement.bind(1, filter.after).bind(2, actor.professional.value_or(0));
  statement.bind(3, filter.subject ? protocol::word_of(*filter.subject) : std::string_view{});
  statement.bind(4, asked.code).bind(5, asked.last()).bind(6, actor.account);
  statement.bind(7, by_region ? 0 : actor.unit.value_or(0));
  statement.bind(8, actor.party == credit::Party::industry_authority
                        ? all_industries(actor)
                        : std::string{store::to_word(store::level_words, actor.level)});
  return {};
}

Result<std::vector<std::int64_t>> ids_of_work(storage::Database& database, Actor const& actor,
                                              WorkFilter const& filter) {
  std::vector<std::int64_t> ids;
  auto const condition = work_condition(actor);
  if (!condition) return ids;
  std::vector<std::string> regions;
  if (works_by_region(actor)) {
    CE_TRY(regions, regions_with_work(database, actor, asked_scope(actor, filter)));
    regions.resize(storage::padded(regions.size()));  // few texts; nothing waits in a region without a code
  }
  auto rows = database.prepare(select_ids(*condition, regions.size()));
  CE_CHECK(bind_work(rows, actor, filter));
  rows.bind(9, static_cast<std::int64_t>(filter.limit) + 1);
  for (std::size_t i = 0; i < regions.size(); ++i) rows.bind(10 + static_cast<int>(i), regions[i]);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

}  // namespace ce::review
