#include "shared/credit/naive.h"

namespace ce::credit::naive {
namespace {

bool in_year(Record const& r, RulePack const& pack, int year) {
  if (r.activity == Activity::achievement && r.kind == AchievementKind::paper &&
      pack.switches.paper_year == PaperYear::any) {
    return true;
  }
  if (r.credit_year.has_value()) return r.credit_year.value() == year;
  if (r.activity == Activity::degree && pack.switches.degree_credit == DegreeCredit::each_year &&
      r.start.has_value() && r.end.has_value()) {
    for (int y = r.start->year(); y <= r.end->year(); ++y) {
      if (y == year) return true;
    }
    return false;
  }
  if (pack.switches.year_attribution == YearAttribution::end_date) {
    return !r.end.has_value() || r.end->year() == year;
  }
  return !r.start.has_value() || r.start->year() == year;
}

bool counts(Record const& r, RulePack const& pack, int year) {
  if (!in_year(r, pack, year)) return false;
  bool recognised = r.review == ReviewState::approved;
  if (r.activity == Activity::online_approved) {
    if (!r.in_guide) return false;
    bool const open = r.review != ReviewState::returned && r.review != ReviewState::rejected;
    if (open && pack.switches.auto_online_review == AutoOnlineReview::automatic) recognised = true;
  }
  if (!recognised) return false;
  if (r.assessment == Assessment::fail || r.assessment == Assessment::absent) return false;
  if (r.activity == Activity::degree) return r.within_schooling && r.assessment == Assessment::pass;
  if (r.activity == Activity::superior_seminar) return r.assessment == Assessment::pass;
  return true;
}

// Twice the units of one study day, so that half a day is a whole number.
std::int64_t half_day_units_doubled(Record const& r, RulePack const& pack) {
  std::int64_t const full = pack.day.count;
  std::int64_t const own = r.hours_per_day ? r.hours_per_day->count : full;
  bool const lecture = r.activity == Activity::lecture;
  if (lecture) {
    if (own >= full) return full;
    return pack.switches.lecture_short_day == ShortDay::full_day ? full : own;
  }
  if (own < full) return pack.switches.short_day == ShortDay::full_day ? full : own;
  return pack.switches.day_credit == DayCredit::actual ? own : full;
}

std::int64_t time_of(Record const& r, RulePack const& pack) {
  std::int64_t sum = 0;
  std::int64_t dates = -1;
  if (r.start && r.end) {
    dates = 0;
    for (std::int32_t day = r.start->days(); day <= r.end->days(); ++day) ++dates;
  }
  if (r.half_days) {
    std::int64_t doubled = 0;
    for (std::int32_t half = 0; half < *r.half_days; ++half) {
      if (dates >= 0 && half >= 2 * dates) break;
      doubled += half_day_units_doubled(r, pack);
    }
    sum += doubled / 2;
  }
  if (r.hours) {
    std::int64_t hours = r.hours->count;
    if (r.activity == Activity::lecture && !r.half_days && dates >= 0) {
      if (hours > dates * pack.day.count) hours = dates * pack.day.count;
      if (dates == 1 && pack.switches.lecture_short_day == ShortDay::full_day) hours = pack.day.count;
    }
    sum += hours;
  }
  if (r.minutes) {
    std::int64_t minutes = *r.minutes;
    if (pack.switches.minutes_rounding == MinutesRounding::floor_hour) {
      std::int64_t whole = 0;
      while (whole + 45 <= minutes) whole += 45;
      minutes = whole;
    }
    sum += minutes * 2;
  }
  return sum;
}

}  // namespace

Outcome evaluate(std::vector<Record> const& records, RulePack const& pack,
                 std::optional<StudyGuide> const& guide, int year) {
  Outcome out;
  std::int64_t const professional_all = pack.professional_required.count;
  std::int64_t must = 0;
  bool third_stays_out = false;
  if (guide) {
    must = guide->professional_mandatory.count;
    if (must < pack.mandatory_min.count) must = pack.mandatory_min.count;
  } else if (pack.switches.no_guide == NoGuide::pack_minimum) {
    must = pack.mandatory_min.count;
  } else {
    third_stays_out = true;
  }
  std::int64_t const lead_may = third_stays_out ? professional_all * 2 / 3 : professional_all - must;

  std::int64_t others = 0;
  std::int64_t largest = 0;
  std::int64_t summed = 0;
  for (Record const& r : records) {
    if (!counts(r, pack, year)) continue;
    if (r.activity == Activity::achievement || r.activity == Activity::degree) {
      bool const half = r.activity == Activity::achievement && r.role == AuthorRole::other;
      std::int64_t const claim = half ? lead_may / 2 : lead_may;
      if (claim > largest) largest = claim;
      summed += claim;
      continue;
    }
    std::int64_t const time = time_of(r, pack);
    if (r.subject == Subject::public_subject) out.public_subject += time;
    if (r.subject == Subject::elective) out.elective += time;
    if (r.subject == Subject::professional && r.mandatory) out.mandatory += time;
    if (r.subject == Subject::professional && !r.mandatory) others += time;
  }
  if (pack.switches.carry_over) {
    std::int64_t last_public = 0;
    std::int64_t last_professional = 0;
    std::int64_t last_elective = 0;
    for (Record const& r : records) {
      if (in_year(r, pack, year) || !counts(r, pack, year - 1)) continue;
      if (r.activity == Activity::achievement || r.activity == Activity::degree) continue;
      std::int64_t const time = time_of(r, pack);
      if (r.subject == Subject::public_subject) last_public += time;
      if (r.subject == Subject::professional) last_professional += time;
      if (r.subject == Subject::elective) last_elective += time;
    }
    if (last_public > pack.public_required.count)
      out.public_subject += last_public - pack.public_required.count;
    if (last_professional > professional_all) others += last_professional - professional_all;
    if (last_elective > pack.elective_required.count)
      out.elective += last_elective - pack.elective_required.count;
  }
  std::int64_t claimed = pack.switches.nonlead_stacking == NonleadStacking::sum_capped ? summed : largest;
  if (claimed > lead_may) claimed = lead_may;
  // The part outside the mandatory one is filled by other study and by spare mandatory study first.
  std::int64_t open = professional_all - must - others;
  if (out.mandatory > must) open -= out.mandatory - must;
  if (open < 0) open = 0;
  out.achievement = claimed < open ? claimed : open;
  out.professional = out.mandatory + others + out.achievement;

  std::int64_t const total = out.public_subject + out.professional + out.elective;
  std::int64_t elective_counted = out.elective;
  if (pack.switches.subject_compensation == SubjectCompensation::to_elective) {
    if (out.public_subject > pack.public_required.count) {
      elective_counted += out.public_subject - pack.public_required.count;
    }
    if (out.professional > professional_all) elective_counted += out.professional - professional_all;
  }
  if (pack.switches.subject_compensation != SubjectCompensation::total_only) {
    if (out.public_subject < pack.public_required.count) out.reasons.insert("PUBLIC_SHORT");
    if (out.professional < professional_all) out.reasons.insert("PROFESSIONAL_SHORT");
    if (elective_counted < pack.elective_required.count) out.reasons.insert("ELECTIVE_SHORT");
  }
  if (out.mandatory < must) out.reasons.insert("PROFESSIONAL_MANDATORY_SHORT");
  if (total < pack.total_required.count) out.reasons.insert("TOTAL_SHORT");
  return out;
}

}  // namespace ce::credit::naive
