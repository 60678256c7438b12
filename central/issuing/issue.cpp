#include "central/issuing/issue.h"

#include "central/audit/audit.h"
#include "central/issuing/certify.h"
#include "central/store/people.h"

namespace ce::issuing {
namespace {

Result<Candidate> candidate_for(storage::Database& database, store::Rulebook const& rules,
                                Order const& order) {
  CE_TRY(auto found, candidates(database, rules, order.year, {&order.professional, 1}, order.now));
  if (!found.empty()) return std::move(found.front());
  return Failure{FailureCode::person_unknown,
                 "no professional has the id " + std::to_string(order.professional)};
}

Result<std::string> issue_to(storage::Database& database, store::Rulebook const& rules, Order const& order,
                             Candidate candidate) {
  Run const run{candidate.issuing_region, order.year, order.day, order.account, order.now};
  if (auto why = refusal_of(candidate, run); !why.empty()) {
    return Failure{FailureCode::issuing_refused, std::move(why)};
  }
  std::vector<Candidate> chosen;
  chosen.push_back(std::move(candidate));
  CE_TRY(auto const numbers, certify(database, rules, run, std::move(chosen)));
  return numbers.front().text();
}

/// On a file people are judged beside its one writer, as those of a batch; a server has many, and there it
/// would be two more journeys. Nothing where nobody was found.
Result<std::vector<Candidate>> judged_beside(store::Store const& store, Order const& order) {
  std::vector<Candidate> judged;
  if (store.on_server()) return judged;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(judged, candidates(database, store.rules(), order.year, {&order.professional, 1}, order.now));
    return {};
  }));
  return judged;
}

/// As this transaction sees them.
Result<Candidate> confirmed(storage::Database& database, store::Rulebook const& rules, Order const& order,
                            std::vector<Candidate> judged) {
  if (judged.empty()) return candidate_for(database, rules, order);
  CE_CHECK(confirm(database, rules, order.year, judged, order.now));
  return std::move(judged.front());
}

}  // namespace

Result<std::string> issue(storage::Database& database, store::Rulebook const& rules, Order const& order) {
  CE_TRY(auto candidate, candidate_for(database, rules, order));
  return issue_to(database, rules, order, std::move(candidate));
}

Result<std::string> issue_one(store::Store& store, Actor const& actor, std::int64_t professional, int year,
                              Date day, Instant now) {
  auto const& rules = store.rules();
  CE_CHECK(may_issue(rules, actor, actor.region, now));
  CE_CHECK(not_for_oneself(actor, professional));
  CE_CHECK(check_day(rules, year, day, now));
  Order const order{professional, year, day, now, actor.account};
  CE_TRY(auto const judged, judged_beside(store, order));
  std::string number;
  auto const done = store.write(
      [&](storage::Database& database) -> Result<void> {
        CE_CHECK(store::hold_people(database, {&professional, 1}));
        CE_TRY(auto candidate, confirmed(database, rules, order, judged));
        CE_CHECK(may_issue(rules, actor, candidate.issuing_region, now));
        CE_TRY(number, issue_to(database, rules, order, std::move(candidate)));
        return audit::append(database, author_of(actor), audit::Action::certificate_issued,
                             {"certificate", number}, audit::detail({{"year", year}}), now);
      },
      storage::Isolation::row_locks);
  if (!done) return done.failure();
  return number;
}

}  // namespace ce::issuing
