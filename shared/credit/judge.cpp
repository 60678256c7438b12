#include "shared/credit/judge.h"

#include <algorithm>

#include "shared/credit/counting.h"
#include "shared/credit/overlap.h"

namespace ce::credit {
namespace {

constexpr CreditUnits nothing{};

// Study time by the part that it goes to, and what asks to fill a gap.
struct Sums {
  CreditUnits public_subject;
  CreditUnits mandatory;
  CreditUnits other_professional;
  CreditUnits elective;
  CreditUnits claims;
  CreditUnits largest_claim;

  CreditUnits& part_of(Record const& record) {
    switch (record.subject) {
      case Subject::public_subject:
        return public_subject;
      case Subject::elective:
        return elective;
      case Subject::professional:
        break;
    }
    return record.mandatory ? mandatory : other_professional;
  }
};

// Articles 6 and 7: how the professional subject divides, and what an achievement may fill.
struct ProfessionalDivision {
  CreditUnits mandatory;
  CreditUnits open;           // the part outside the mandatory one
  CreditUnits fillable;       // by a lead author or a degree
  CreditUnits fillable_half;  // by another author
};

ProfessionalDivision divide(RulePack const& pack, std::optional<StudyGuide> const& guide) {
  ProfessionalDivision division;
  bool const uncapped = guide || pack.switches.no_guide == NoGuide::pack_minimum;
  if (uncapped) {
    division.mandatory = std::max(pack.mandatory_min, guide ? guide->professional_mandatory : nothing);
  }
  division.open = std::max(nothing, pack.professional_required - division.mandatory);
  division.fillable = uncapped ? division.open : CreditUnits{pack.professional_required.count * 2 / 3};
  division.fillable_half = {division.fillable.count / 2};
  return division;
}

CreditUnits claim_of(Record const& record, ProfessionalDivision const& division) {
  bool const half = record.activity == Activity::achievement && record.role == AuthorRole::other;
  return half ? division.fillable_half : division.fillable;
}

// A record that counts and is measured by the gap; its claim waits in `units` until the gap is known.
bool claims_gap(Record const& record, Counted const& counted) {
  return fills_gap(record.activity) && counted.units.count > 0;
}

// Articles 7 and 11: grants the claims, first come first served, up to `most`. Returns what was granted.
CreditUnits fill_gap(std::span<Record const> records, std::span<Counted> counted, Sums const& sums,
                     CreditUnits most, NonleadStacking stacking) {
  if (sums.claims == nothing) return nothing;
  bool const stacks = stacking == NonleadStacking::sum_capped;
  CreditUnits const granted = std::min(most, stacks ? sums.claims : sums.largest_claim);
  CreditUnits left = granted;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!claims_gap(records[i], counted[i])) continue;
    // Unless claims stack, the largest one carries the grant and the others add nothing to it.
    bool const carries = stacks || counted[i].units == sums.largest_claim;
    counted[i].units = carries ? std::min(left, counted[i].units) : nothing;
    left = left - counted[i].units;
  }
  return granted;
}

void count_records(Verdict& verdict, std::span<Record const> records, RulePack const& pack,
                   ProfessionalDivision const& division, int year, Sums& sums) {
  verdict.counted.resize(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    Record const& record = records[i];
    Counted& counted = verdict.counted[i];
    counted.units = nothing;
    counted.notes.clear();
    if (auto const note = excluded(record, pack.switches, year)) {
      counted.notes.insert(*note);
    } else if (fills_gap(record.activity)) {
      counted.units = claim_of(record, division);
      sums.claims += counted.units;
      sums.largest_claim = std::max(sums.largest_claim, counted.units);
    } else {
      Stated const stated = stated_time(record, pack);
      if (stated.days_exceed_dates) counted.notes.insert(Note::days_exceed_dates);
      counted.units = stated.units;
      sums.part_of(record) += stated.units;
    }
  }
}

CreditUnits beyond(CreditUnits done, CreditUnits required) {
  return std::max(nothing, done - required);
}

CreditUnits surplus(SubjectStanding const& standing) {
  return beyond(standing.done, standing.required);
}

// carry_over: what last year had beyond its figures, each subject for itself. Never over two turns of a year.
// A record without a date is this year's and cannot have made a surplus before; achievements and degree study
// fill a gap and so never make one.
void carry_over(Sums& sums, std::span<Record const> records, RulePack const& pack, int year) {
  Sums before;
  for (Record const& record : records) {
    bool const others = excluded(record, pack.switches, year) == Note::other_year;
    if (!others || fills_gap(record.activity) || excluded(record, pack.switches, year - 1)) continue;
    before.part_of(record) += stated_time(record, pack).units;
  }
  sums.public_subject += beyond(before.public_subject, pack.public_required);
  sums.other_professional += beyond(before.mandatory + before.other_professional, pack.professional_required);
  sums.elective += beyond(before.elective, pack.elective_required);
}

bool is_short(SubjectStanding const& standing) {
  return standing.done < standing.required;
}

CreditUnits elective_help(Verdict const& verdict, SubjectCompensation compensation) {
  if (compensation != SubjectCompensation::to_elective) return nothing;
  return std::min(surplus(verdict.public_subject) + surplus(verdict.professional),
                  verdict.elective.missing());
}

void conclude(Verdict& verdict, SubjectCompensation compensation) {
  verdict.elective_help = elective_help(verdict, compensation);
  bool const by_subject = compensation != SubjectCompensation::total_only;
  auto add_if = [&verdict](bool condition, Reason reason) {
    if (condition) verdict.reasons.insert(reason);
  };
  add_if(by_subject && is_short(verdict.public_subject), Reason::public_short);
  add_if(by_subject && is_short(verdict.professional), Reason::professional_short);
  add_if(is_short(verdict.professional_mandatory), Reason::professional_mandatory_short);
  add_if(by_subject && verdict.elective_help < verdict.elective.missing(), Reason::elective_short);
  add_if(is_short(verdict.total), Reason::total_short);
  verdict.complete = verdict.reasons.empty();
}

}  // namespace

std::optional<StudyGuide> RulePack::guide_of(int year) const {
  auto const at =
      std::find_if(guides.begin(), guides.end(), [year](auto const& g) { return g.year == year; });
  if (at == guides.end()) return std::nullopt;
  return at->guide;
}

void judge_into(Verdict& verdict, std::span<Record const> records, RulePack const& pack,
                std::optional<StudyGuide> const& guide, int year) {
  verdict.year = static_cast<std::int16_t>(year);
  verdict.pack = pack.id;
  verdict.reasons.clear();
  verdict.notes.clear();

  ProfessionalDivision const division = divide(pack, guide);
  Sums sums;
  count_records(verdict, records, pack, division, year, sums);
  if (pack.switches.carry_over) carry_over(sums, records, pack, year);

  // Mandatory hours beyond the mandatory part serve the open part; a gap in the mandatory part stays open.
  CreditUnits const spare_mandatory = std::max(nothing, sums.mandatory - division.mandatory);
  CreditUnits const gap = std::max(nothing, division.open - sums.other_professional - spare_mandatory);
  verdict.achievement_credit = fill_gap(records, verdict.counted, sums, std::min(gap, division.fillable),
                                        pack.switches.nonlead_stacking);
  note_overlaps(records, verdict.counted);

  CreditUnits const professional = sums.mandatory + sums.other_professional + verdict.achievement_credit;
  verdict.public_subject = {sums.public_subject, pack.public_required};
  verdict.professional = {professional, pack.professional_required};
  verdict.professional_mandatory = {sums.mandatory, division.mandatory};
  verdict.elective = {sums.elective, pack.elective_required};
  verdict.total = {sums.public_subject + professional + sums.elective, pack.total_required};
  conclude(verdict, pack.switches.subject_compensation);
  for (Counted const& counted : verdict.counted) verdict.notes.insert(counted.notes);
}

Verdict judge(std::span<Record const> records, RulePack const& pack, std::optional<StudyGuide> const& guide,
              int year) {
  Verdict verdict;
  judge_into(verdict, records, pack, guide, year);
  return verdict;
}

}  // namespace ce::credit
