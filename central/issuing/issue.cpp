#include "central/issuing/issue.h"

#include "central/issuing/certify.h"

namespace ce::issuing {

Result<std::string> issue(storage::Database& database, store::Rulebook const& rules, Order const& order) {
  CE_TRY(auto found, candidates(database, rules, order.year, {&order.professional, 1}, order.now));
  if (found.empty()) {
    return Failure{FailureCode::person_unknown,
                   "no professional has the id " + std::to_string(order.professional)};
  }
  Run const run{found.front().issuing_region, order.year, order.day, order.account, order.now};
  if (auto why = refusal_of(found.front(), run); !why.empty()) {
    return Failure{FailureCode::issuing_refused, std::move(why)};
  }
  Part const part{run, std::move(found)};
  CE_TRY(auto const numbers, certify(database, rules, {&part, 1}));
  return numbers.front().front().text();
}

}  // namespace ce::issuing
