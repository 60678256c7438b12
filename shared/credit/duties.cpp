#include "shared/credit/duties.h"

#include <algorithm>

namespace ce::credit {
namespace {

constexpr Chains::size_type place(Subject subject) {
  return static_cast<Chains::size_type>(subject);
}

// Article 13(1) and (3), and (2) for the industry's part.
Chains regulation_chains() {
  Chains chains;
  chains[place(Subject::public_subject)] = {Party::employer, Party::hrss};
  chains[place(Subject::professional)] = {Party::employer, Party::industry_authority, Party::hrss};
  chains[place(Subject::elective)] = {Party::employer};
  return chains;
}

// Article 4; achievements and degrees, of which it is silent, by analogy with paragraph 2.
Parties regulation_registrars(Activity activity) {
  switch (activity) {
    case Activity::training:
    case Activity::superior_seminar:
      return {Party::person, Party::institution};
    case Activity::online_approved:
      return {Party::system};
    default:
      return {Party::person, Party::employer};
  }
}

}  // namespace

Duties::Duties() : employed(regulation_chains()), provincial_unit(regulation_chains()) {
  for (std::size_t i = 0; i < activity_count; ++i) {
    registering.at(i) = regulation_registrars(static_cast<Activity>(i));
  }
}

Parties Duties::chain(Route route, Subject subject, HostedReview reading) const {
  if (route == Route::provincial_unit) return provincial_unit[place(subject)];
  Parties parties = employed[place(subject)];
  if (route == Route::employed) return parties;
  if (hosted) return (*hosted)[place(subject)];
  auto const employer = std::find(parties.begin(), parties.end(), Party::employer);
  if (employer == parties.end()) {
    parties.insert(parties.begin(), Party::talent_agency);
  } else if (reading == HostedReview::replace_employer) {
    *employer = Party::talent_agency;
  } else {
    parties.insert(employer + 1, Party::talent_agency);
  }
  return parties;
}

}  // namespace ce::credit
