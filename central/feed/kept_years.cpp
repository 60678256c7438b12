#include "central/feed/kept_years.h"

#include <algorithm>
#include <array>

#include "shared/credit/judge.h"
#include "shared/credit/words.h"

namespace ce::feed {
namespace {

using credit::Reason;

constexpr std::array all_reasons{Reason::public_short, Reason::professional_short,
                                 Reason::professional_mandatory_short, Reason::elective_short,
                                 Reason::total_short};

/// "PUBLIC_SHORT TOTAL_SHORT"
std::vector<Reason> reasons_of(std::string_view codes) {
  std::vector<Reason> reasons;
  while (!codes.empty()) {
    auto const end = codes.find(' ');
    auto const* const found = std::find_if(all_reasons.begin(), all_reasons.end(), [&](Reason reason) {
      return credit::code_of(reason) == codes.substr(0, end);
    });
    if (found != all_reasons.end()) reasons.push_back(*found);
    if (end == std::string_view::npos) break;
    codes.remove_prefix(end + 1);
  }
  return reasons;
}

protocol::YearProgress progress_of(standings::Standing const& kept, credit::Verdict const& of_nobody) {
  protocol::YearProgress progress;
  progress.year = kept.year;
  progress.pack = of_nobody.pack;
  progress.public_subject = {kept.done.public_subject, of_nobody.public_subject.required};
  progress.professional = {kept.done.professional, of_nobody.professional.required};
  progress.professional_mandatory = {kept.done.mandatory, of_nobody.professional_mandatory.required};
  progress.elective = {kept.done.elective, of_nobody.elective.required};
  progress.total = {kept.done.total, of_nobody.total.required};
  progress.achievement_credit = *kept.achievement;
  progress.complete = kept.complete;
  progress.reasons = reasons_of(kept.reasons);
  return progress;
}

}  // namespace

std::optional<std::vector<protocol::YearProgress>> KeptYears::of(std::span<standings::Standing const> kept) {
  if (kept.empty()) return std::nullopt;
  std::vector<protocol::YearProgress> years;
  for (auto at = kept.rbegin(); at != kept.rend(); ++at) {
    auto const& judged_now = year(at->year);
    if (judged_now.mark.empty()) continue;  // before the regulation
    if (at->pack != judged_now.mark || !at->achievement) return std::nullopt;
    if (at->state != standings::State::nothing) years.push_back(progress_of(*at, judged_now.of_nobody));
  }
  return years;
}

KeptYears::Year const& KeptYears::year(int year) {
  auto const [at, fresh] = years_.try_emplace(year);
  if (!fresh) return at->second;
  if (auto const pack = packs_.of_year(year)) {
    at->second = {standings::mark_of(**pack, year), credit::judge({}, **pack, (*pack)->guide_of(year), year)};
  }
  return at->second;
}

}  // namespace ce::feed
