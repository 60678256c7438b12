#include "shared/credit/random_people.h"

#include <fstream>
#include <iterator>

#include "shared/credit/pack_file.h"

namespace ce::credit::testing {
namespace {

template <class Enum>
Enum pick(RandomPeople& people, Enum last) {
  return static_cast<Enum>(people.below(static_cast<int>(last) + 1));
}

Date some_date(RandomPeople& people, int year) {
  return Date::from_days(Date::make(year, 1, 1)->days() + people.below(365));
}

}  // namespace

int RandomPeople::below(int limit) {
  // The distributions of the standard library differ between libraries; a remainder does not.
  return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit));
}

Record RandomPeople::record(int year) {
  Record r;
  r.subject = pick(*this, Subject::elective);
  r.activity = pick(*this, Activity::degree);
  r.review = once_in(6) ? pick(*this, ReviewState::approved) : ReviewState::approved;
  r.assessment = once_in(3) ? pick(*this, Assessment::absent) : Assessment::pass;
  r.mandatory = once_in(2);
  r.in_guide = !once_in(8);
  r.within_schooling = !once_in(8);
  r.kind = pick(*this, AchievementKind::other_recognised);
  r.role = pick(*this, AuthorRole::other);
  // Now and then a long study, as surplus takes one.
  if (once_in(2)) r.hours = CreditUnits{below((once_in(8) ? 90 : 40) * 90)};
  if (once_in(3)) r.half_days = below(14);
  if (once_in(3)) r.hours_per_day = CreditUnits{2 * below(500)};
  if (once_in(4)) r.minutes = below(2000);
  if (once_in(2)) {
    r.start = some_date(*this, once_in(4) ? year - 1 : year);
    r.end = Date::from_days(r.start->days() + (once_in(2) ? 0 : below(40)));
    if (r.activity == Activity::degree) r.end = Date::from_days(r.start->days() + below(1500));
  }
  if (once_in(8)) r.credit_year = static_cast<std::int16_t>(year - 1 + below(3));
  return r;
}

std::vector<Record> RandomPeople::records(int year, int most) {
  std::vector<Record> list;
  int const count = below(most + 1);
  list.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) list.push_back(record(year));
  return list;
}

Record RandomPeople::sound_record(int year) {
  Record r = record(year);
  r.review = ReviewState::approved;
  r.assessment = Assessment::pass;
  r.in_guide = true;
  r.within_schooling = true;
  r.credit_year = static_cast<std::int16_t>(year);
  return r;
}

RulePack RandomPeople::turned(RulePack pack) {
  Switches& s = pack.switches;
  s.subject_compensation = pick(*this, SubjectCompensation::total_only);
  s.day_credit = pick(*this, DayCredit::actual);
  s.short_day = pick(*this, ShortDay::full_day);
  s.lecture_short_day = pick(*this, ShortDay::full_day);
  s.minutes_rounding = pick(*this, MinutesRounding::floor_hour);
  s.year_attribution = pick(*this, YearAttribution::start_date);
  s.carry_over = once_in(2);
  s.nonlead_stacking = pick(*this, NonleadStacking::sum_capped);
  s.no_guide = pick(*this, NoGuide::pack_minimum);
  s.paper_year = pick(*this, PaperYear::any);
  s.degree_credit = pick(*this, DegreeCredit::on_completion);
  s.auto_online_review = pick(*this, AutoOnlineReview::automatic);
  return pack;
}

std::optional<StudyGuide> RandomPeople::guide() {
  if (once_in(4)) return std::nullopt;
  return StudyGuide{CreditUnits{below(42 * 90 + 1)}};
}

std::vector<RulePack> const& own_packs() {
  static std::vector<RulePack> const packs = [] {
    std::vector<RulePack> read;
    for (auto const* id : {"GD2010", "GD2020", "GD2021"}) {
      std::ifstream in{std::string{CE_SOURCE_DIR "/config/rules/"} + id + ".toml"};
      std::string const text{std::istreambuf_iterator<char>{in}, {}};
      read.push_back(parse_pack(text, id).value());
    }
    return read;
  }();
  return packs;
}

RulePack pack_2010() {
  RulePack pack;
  pack.id = "GD2010";
  pack.from_year = 2010;
  pack.to_year = 2019;
  pack.public_required = CreditUnits::hours(18);
  pack.professional_required = CreditUnits::hours(42);
  pack.elective_required = CreditUnits::hours(12);
  pack.total_required = CreditUnits::hours(72);
  pack.day = CreditUnits::hours(6);
  pack.mandatory_min = CreditUnits::hours(14);
  return pack;
}

}  // namespace ce::credit::testing
