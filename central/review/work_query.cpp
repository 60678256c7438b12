#include "central/review/work_query.h"

#include "central/store/closed_years.h"
#include "central/store/rows.h"
#include "central/store/words.h"
#include "shared/protocol/names.h"

namespace ce::review {
namespace {

// Own records and second steps of an account are refused by credit::advance(); they are no work either.
constexpr std::string_view common = " AND r.id > $1 AND r.professional <> $2 AND ($3 = '' OR r.subject = $3)";
constexpr std::string_view not_mine =
    " AND NOT EXISTS (SELECT 1 FROM review_steps s "
    "WHERE s.record = r.id AND s.round = r.round AND s.actor = $6 AND s.decision <> 'resubmit')";

// " construction water ": a record without an industry would ask for two blanks side by side.
std::string all_industries(Actor const& actor) {
  std::string text{' '};
  for (auto const& one : actor.industries) text.append(one).append(1, ' ');
  return text;
}

bool works_by_region(Actor const& actor) {
  return actor.party == credit::Party::hrss || actor.party == credit::Party::industry_authority;
}

store::RegionScope own_scope(Actor const& actor) {
  return {works_by_region(actor) ? actor.region : "440000"};
}

store::RegionScope asked_scope(Actor const& actor, WorkFilter const& filter) {
  return filter.region.empty() ? own_scope(actor) : store::RegionScope{filter.region};
}

// The regions asked for, in the terms of the index that has just their lines in the list's order: one
// county's, one city's, everybody's. Each says something of both its bounds, or a server would not know their
// types.
std::string_view in_scope(Actor const& actor, store::RegionScope const& scope) {
  if (!works_by_region(actor)) return " AND $8 <> '' AND r.review_region BETWEEN $4 AND $5";
  if (scope.code == scope.last()) return " AND r.review_region = $4 AND $5 <> ''";
  if (scope.code.substr(2) != "0000") {
    return " AND r.review IN ('pending_industry', 'pending_hrss') "
           "AND SUBSTR(r.review_region, 1, 4) = SUBSTR($4, 1, 4) AND $5 <> ''";
  }
  return " AND r.review IN ('pending_industry', 'pending_hrss') AND $4 < $5";
}

}  // namespace

std::optional<std::string> work_condition(Actor const& actor, WorkFilter const& filter) {
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
  std::string condition{mine};
  condition.append(common).append(in_scope(actor, asked_scope(actor, filter))).append(not_mine);
  return condition;
}

// Not by the view closed_records, which finds each record once more: a backlog is counted.
std::string and_year_is_open() {
  return " AND NOT EXISTS (SELECT 1 FROM years_closed y WHERE y.year = " +
         std::string{store::year_of_record} + ")";
}

std::optional<std::string> open_work_condition(Actor const& actor) {
  auto condition = work_condition(actor, {});
  if (condition) condition->append(and_year_is_open());
  return condition;
}

Result<void> bind_work(storage::Statement& statement, Actor const& actor, WorkFilter const& filter) {
  auto const asked = asked_scope(actor, filter);
  if (!own_scope(actor).covers(asked.code))
    return Failure{FailureCode::input_invalid, "所选地区不在管辖范围之内"};
  statement.bind(1, filter.after).bind(2, actor.professional.value_or(0));
  statement.bind(3, filter.subject ? protocol::word_of(*filter.subject) : std::string_view{});
  statement.bind(4, asked.code).bind(5, asked.last()).bind(6, actor.account);
  statement.bind(7, works_by_region(actor) ? 0 : actor.unit.value_or(0));
  statement.bind(8, actor.party == credit::Party::industry_authority
                        ? all_industries(actor)
                        : std::string{store::to_word(store::level_words, actor.level)});
  return {};
}

}  // namespace ce::review
