#include "central/standings/judging.h"

#include <algorithm>

#include "central/store/digest.h"
#include "shared/credit/pack_file.h"
#include "shared/credit/words.h"

namespace ce::standings {
namespace {

using credit::Reason;

Figures done_of(credit::Verdict const& verdict) {
  return {verdict.public_subject.done, verdict.professional.done, verdict.professional_mandatory.done,
          verdict.elective.done, verdict.total.done};
}

Figures missing_of(credit::Verdict const& verdict) {
  auto const missing = [&verdict](Reason reason) {
    bool const lacks =
        std::find(verdict.reasons.begin(), verdict.reasons.end(), reason) != verdict.reasons.end();
    return lacks ? credit::missing_by(reason, verdict) : CreditUnits{};
  };
  return {missing(Reason::public_short), missing(Reason::professional_short),
          missing(Reason::professional_mandatory_short), missing(Reason::elective_short),
          missing(Reason::total_short)};
}

bool has_study(credit::Verdict const& verdict) {
  return std::any_of(verdict.counted.begin(), verdict.counted.end(), [](credit::Counted const& counted) {
    return !counted.notes.contains(credit::Note::other_year);
  });
}

}  // namespace

Judging::Judging(store::PersonRecords const& records) {
  records_.reserve(records.records.size());
  for (auto const& stored : records.records) records_.push_back(stored.record);
}

credit::Verdict const& Judging::judge(credit::RulePack const& pack, int year) {
  credit::judge_into(verdict_, records_, pack, pack.guide_of(year), year);
  return verdict_;
}

std::string mark_of(credit::RulePack const& pack, int year) {
  constexpr std::size_t enough = 16;  // digits of SHA-256, to see that a text was changed
  auto of_year = pack;
  std::erase_if(of_year.guides, [year](credit::YearGuide const& guide) { return guide.year != year; });
  return store::sha256_hex(credit::pack_text(of_year)).substr(0, enough);
}

Standing standing_by(credit::Verdict const& verdict) {
  Standing standing;
  standing.year = verdict.year;
  standing.complete = verdict.complete;
  if (verdict.complete) {
    standing.state = State::ready;
  } else {
    standing.state = has_study(verdict) ? State::incomplete : State::nothing;
  }
  standing.done = done_of(verdict);
  standing.missing = missing_of(verdict);
  standing.achievement = verdict.achievement_credit;
  for (auto const reason : verdict.reasons) {
    if (!standing.reasons.empty()) standing.reasons += ' ';
    standing.reasons += credit::code_of(reason);
  }
  return standing;
}

}  // namespace ce::standings
