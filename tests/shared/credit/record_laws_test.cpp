#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ostream>

#include "shared/credit/judge.h"
#include "shared/credit/random_people.h"
#include "shared/credit/words.h"

namespace ce::credit {

// What rapidcheck prints of a counter-example.
std::ostream& operator<<(std::ostream& out, Record const& record) {
  out << code_of(record.subject) << (record.mandatory ? "*" : "") << ' ' << code_of(record.activity);
  if (record.hours) out << ' ' << record.hours->count << "u";
  if (record.half_days) out << ' ' << *record.half_days << "/2d";
  if (record.hours_per_day) out << " of " << record.hours_per_day->count << "u";
  if (record.minutes) out << ' ' << *record.minutes << "min";
  if (record.start) out << ' ' << record.start->iso();
  if (record.end) out << ".." << record.end->iso();
  if (record.credit_year) out << " in " << *record.credit_year;
  return out;
}

namespace {

namespace gen = rc::gen;

constexpr int law_year = 2011;

template <class Enum>
rc::Gen<Enum> each_of(Enum last) {
  return gen::map(gen::inRange(0, static_cast<int>(last) + 1), [](int at) { return static_cast<Enum>(at); });
}

template <class Value>
rc::Gen<std::optional<Value>> perhaps(rc::Gen<Value> values) {
  return gen::map(gen::maybe(std::move(values)), [](rc::Maybe<Value> const& given) {
    return given ? std::optional<Value>{*given} : std::nullopt;
  });
}

rc::Gen<CreditUnits> time_up_to(std::int64_t most) {
  return gen::map(gen::inRange<std::int64_t>(0, most + 1),
                  [](std::int64_t units) { return CreditUnits{units}; });
}

rc::Gen<Record> any_record() {
  auto const fields =
      gen::build<Record>(gen::set(&Record::subject, each_of(Subject::elective)),
                         gen::set(&Record::activity, each_of(Activity::degree)),
                         gen::set(&Record::review, each_of(ReviewState::approved)),
                         gen::set(&Record::assessment, each_of(Assessment::absent)),
                         gen::set(&Record::mandatory, gen::arbitrary<bool>()),
                         gen::set(&Record::in_guide, gen::arbitrary<bool>()),
                         gen::set(&Record::within_schooling, gen::arbitrary<bool>()),
                         gen::set(&Record::kind, each_of(AchievementKind::other_recognised)),
                         gen::set(&Record::role, each_of(AuthorRole::other)),
                         gen::set(&Record::hours, perhaps(time_up_to(60 * 90))),
                         gen::set(&Record::half_days, perhaps(gen::inRange(0, 20))),
                         gen::set(&Record::hours_per_day,
                                  perhaps(gen::map(time_up_to(450), [](CreditUnits u) { return u + u; }))),
                         gen::set(&Record::minutes, perhaps(gen::inRange(0, 2000))));
  auto const dates = gen::tuple(gen::inRange(-370, 370), gen::inRange(0, 900), gen::arbitrary<bool>());
  return gen::map(gen::pair(fields, dates), [](auto const& drawn) {
    Record record = drawn.first;
    auto const& [from, length, dated] = drawn.second;
    if (!dated) return record;
    record.start = Date::from_days(Date::make(law_year, 1, 1)->days() + from);
    bool const years = record.activity == Activity::degree;
    record.end = Date::from_days(record.start->days() + (years ? length : length % 30));
    return record;
  });
}

// One that counts in the year that is judged.
rc::Gen<Record> recognised_record() {
  return gen::map(any_record(), [](Record record) {
    record.review = ReviewState::approved;
    record.assessment = Assessment::pass;
    record.in_guide = record.within_schooling = true;
    record.credit_year = static_cast<std::int16_t>(law_year);
    return record;
  });
}

rc::Gen<RulePack> turned_pack() {
  auto const switches = gen::build<Switches>(
      gen::set(&Switches::subject_compensation, each_of(SubjectCompensation::total_only)),
      gen::set(&Switches::day_credit, each_of(DayCredit::actual)),
      gen::set(&Switches::short_day, each_of(ShortDay::full_day)),
      gen::set(&Switches::lecture_short_day, each_of(ShortDay::full_day)),
      gen::set(&Switches::minutes_rounding, each_of(MinutesRounding::floor_hour)),
      gen::set(&Switches::year_attribution, each_of(YearAttribution::start_date)),
      gen::set(&Switches::carry_over, gen::arbitrary<bool>()),
      gen::set(&Switches::nonlead_stacking, each_of(NonleadStacking::sum_capped)),
      gen::set(&Switches::no_guide, each_of(NoGuide::pack_minimum)),
      gen::set(&Switches::paper_year, each_of(PaperYear::any)),
      gen::set(&Switches::degree_credit, each_of(DegreeCredit::on_completion)),
      gen::set(&Switches::auto_online_review, each_of(AutoOnlineReview::automatic)));
  return gen::map(gen::pair(gen::inRange<std::size_t>(0, 3), switches), [](auto const& drawn) {
    RulePack pack = testing::own_packs()[drawn.first];
    pack.switches = drawn.second;
    return pack;
  });
}

rc::Gen<std::optional<StudyGuide>> any_guide() {
  return perhaps(gen::map(time_up_to(42 * 90), [](CreditUnits units) { return StudyGuide{units}; }));
}

bool same_figures(Verdict const& a, Verdict const& b) {
  auto const figures = [](Verdict const& v) {
    return std::tuple{v.public_subject.done.count,
                      v.professional.done.count,
                      v.professional_mandatory.done.count,
                      v.elective.done.count,
                      v.total.done.count,
                      v.achievement_credit.count,
                      v.reasons};
  };
  return figures(a) == figures(b);
}

RC_GTEST_PROP(RecordLaws, OneMoreRecognisedRecordNeverLowersATotal, ()) {
  auto records = *gen::container<std::vector<Record>>(any_record());
  auto const pack = *turned_pack();
  auto const guide = *any_guide();
  auto const before = judge(records, pack, guide, law_year);
  records.push_back(*recognised_record());
  auto const after = judge(records, pack, guide, law_year);
  RC_ASSERT(after.public_subject.done >= before.public_subject.done);
  RC_ASSERT(after.professional.done >= before.professional.done);
  RC_ASSERT(after.professional_mandatory.done >= before.professional_mandatory.done);
  RC_ASSERT(after.elective.done >= before.elective.done);
  RC_ASSERT(after.total.done >= before.total.done);
  RC_ASSERT(after.complete || !before.complete);
}

RC_GTEST_PROP(RecordLaws, TheOrderNeverMatters, ()) {
  auto const records = *gen::container<std::vector<Record>>(any_record());
  auto const pack = *turned_pack();
  auto const guide = *any_guide();
  auto const keys = *gen::container<std::vector<unsigned>>(records.size(), gen::arbitrary<unsigned>());
  std::vector<std::size_t> places(records.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::stable_sort(places.begin(), places.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
  std::vector<Record> shuffled;
  shuffled.reserve(places.size());
  for (std::size_t const at : places) shuffled.push_back(records[at]);
  auto const one = judge(records, pack, guide, law_year);
  auto const other = judge(shuffled, pack, guide, law_year);
  RC_ASSERT(same_figures(one, other));
  RC_ASSERT(one.notes == other.notes);
}

RC_GTEST_PROP(RecordLaws, SplittingAnHoursRecordNeverChangesTheSum, ()) {
  auto records = *gen::container<std::vector<Record>>(any_record());
  auto const pack = *turned_pack();
  auto const guide = *any_guide();
  Record whole = *recognised_record();
  // Lectures count by days, achievements and degrees by the gap that they fill.
  RC_PRE(whole.activity != Activity::lecture && whole.activity != Activity::achievement &&
         whole.activity != Activity::degree);
  whole.half_days.reset();
  whole.minutes.reset();
  whole.hours = *time_up_to(3600);
  Record part = whole;
  part.hours = *time_up_to(whole.hours->count);
  Record rest = whole;
  rest.hours = *whole.hours - *part.hours;
  records.push_back(whole);
  auto const together = judge(records, pack, guide, law_year);
  records.back() = part;
  records.push_back(rest);
  RC_ASSERT(same_figures(together, judge(records, pack, guide, law_year)));
}

}  // namespace
}  // namespace ce::credit
