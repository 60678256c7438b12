// Every failure that a visitor can read of, each text once.
#include <set>

#include "tests/kiosk/samples/visits.h"

namespace ce::samples {

std::vector<Sample> fault_samples(session::Mode const& mode) {
  Gathering all{mode};
  std::set<std::string> told;
  for (auto code : all_failure_codes) {
    auto const& words = shipped_vocabulary().of(mode.language).of(code);
    if (!told.insert(words.headline + words.advice).second) continue;
    session::Fault fault{code, {}};
    // What central does not let be printed is not tried again (kiosk/session).
    if (is_retryable(code) && code != FailureCode::print_unresolved) fault.again = session::VerifyEntry{};
    all.add("fault-" + std::string{name_of(code)}, at_rest(), fault);
  }
  return all.take();
}

}  // namespace ce::samples
