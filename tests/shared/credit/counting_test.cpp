#include "shared/credit/counting.h"

#include <gmock/gmock.h>

#include "shared/credit/judge.h"
#include "shared/credit/random_people.h"

namespace ce::credit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int year = 2011;

Date day(int month, int of_month, int of_year = year) {
  return *Date::make(of_year, month, of_month);
}

Record days(std::int32_t half_days, Date start, Date end) {
  Record record;
  record.half_days = half_days;
  record.start = start;
  record.end = end;
  return record;
}

Record lecture(CreditUnits hours) {
  Record record;
  record.activity = Activity::lecture;
  record.hours = hours;
  return record;
}

EnumSet<Note> notes_of(std::vector<Record> const& records) {
  return judge(records, testing::pack_2010(), std::nullopt, year).notes;
}

TEST(StatedTime, CountsALectureInHoursByItsDates) {
  RulePack pack = testing::pack_2010();
  Record one_day = lecture(CreditUnits::hours(8));
  EXPECT_EQ(stated_time(one_day, pack).units, CreditUnits::hours(8)) << "no dates, nothing to measure by";
  one_day.start = one_day.end = day(6, 1);
  EXPECT_EQ(stated_time(one_day, pack).units, CreditUnits::hours(6));
  one_day.hours = CreditUnits::hours(3);
  EXPECT_EQ(stated_time(one_day, pack).units, CreditUnits::hours(3));
  pack.switches.lecture_short_day = ShortDay::full_day;
  EXPECT_EQ(stated_time(one_day, pack).units, CreditUnits::hours(6));
  one_day.end = day(6, 2);
  one_day.hours = CreditUnits::hours(20);
  EXPECT_EQ(stated_time(one_day, pack).units, CreditUnits::hours(12));
}

TEST(StatedTime, CutsDaysBeyondTheDates) {
  Stated const stated = stated_time(days(7, day(6, 1), day(6, 3)), testing::pack_2010());
  EXPECT_EQ(stated.units, CreditUnits::hours(18));
  EXPECT_TRUE(stated.days_exceed_dates);
  EXPECT_FALSE(stated_time(days(6, day(6, 1), day(6, 3)), testing::pack_2010()).days_exceed_dates);
}

TEST(StatedTime, FullDaySwitchLiftsShortCourseDays) {
  RulePack pack = testing::pack_2010();
  pack.switches.short_day = ShortDay::full_day;
  Record record = days(4, day(6, 1), day(6, 2));
  record.hours_per_day = CreditUnits::hours(5);
  EXPECT_EQ(stated_time(record, pack).units, CreditUnits::hours(12));
}

TEST(Exclusion, TellsTheFirstCauseOnly) {
  Record record = days(2, day(6, 1), day(6, 1));
  record.review = ReviewState::pending_hrss;
  record.assessment = Assessment::fail;
  Switches const switches;
  EXPECT_EQ(excluded(record, switches, year), Note::not_approved);
  EXPECT_EQ(excluded(record, switches, year + 1), Note::other_year);
  record.review = ReviewState::approved;
  EXPECT_EQ(excluded(record, switches, year), Note::failed_assessment);
  record.assessment = Assessment::none;
  EXPECT_EQ(excluded(record, switches, year), std::nullopt);
}

TEST(Exclusion, StartDateSwitchMovesARecordAcrossTheTurn) {
  Record const record = days(4, day(12, 31), day(1, 1, year + 1));
  Switches switches;
  EXPECT_EQ(excluded(record, switches, year), Note::other_year);
  switches.year_attribution = YearAttribution::start_date;
  EXPECT_EQ(excluded(record, switches, year), std::nullopt);
}

TEST(Exclusion, RejectedStaysOutAlsoWhereSitesCountByThemselves) {
  Record record;
  record.activity = Activity::online_approved;
  record.hours = CreditUnits::hours(1);
  Switches switches;
  switches.auto_online_review = AutoOnlineReview::automatic;
  for (auto [state, note] : {std::pair{ReviewState::pending_employer, std::optional<Note>{}},
                             {ReviewState::rejected, Note::not_approved},
                             {ReviewState::returned, Note::not_approved}}) {
    record.review = state;
    EXPECT_EQ(excluded(record, switches, year), note);
  }
}

TEST(Overlap, IsSeenWhereTheDaysDoNotFitTheDates) {
  auto const first = days(4, day(6, 1), day(6, 2));
  EXPECT_THAT(notes_of({first, days(4, day(6, 2), day(6, 3))}), ElementsAre(Note::overlap_warning));
  EXPECT_THAT(notes_of({first, days(4, day(6, 3), day(6, 4))}), IsEmpty());
  EXPECT_THAT(notes_of({first, days(2, day(6, 1), day(6, 30))}), IsEmpty()) << "there is room beside it";
  EXPECT_THAT(notes_of({days(1, day(6, 1), day(6, 1)), days(1, day(6, 1), day(6, 1))}),
              ElementsAre(Note::overlap_warning));
}

TEST(Overlap, LeavesOutWhatCountsNothing) {
  auto const first = days(4, day(6, 1), day(6, 2));
  auto second = days(4, day(6, 2), day(6, 3));
  second.review = ReviewState::rejected;
  EXPECT_THAT(notes_of({first, second}), ElementsAre(Note::not_approved));
}

TEST(Overlap, SeesTheSameClaimTwice) {
  Record course;
  course.hours = CreditUnits::hours(3);
  course.start = course.end = day(6, 1);
  EXPECT_THAT(notes_of({course, course}), ElementsAre(Note::overlap_warning));
  Record other = course;
  other.hours = CreditUnits::hours(2);
  EXPECT_THAT(notes_of({course, other}), IsEmpty());
  Record undated;
  undated.hours = CreditUnits::hours(3);
  EXPECT_THAT(notes_of({undated, undated}), IsEmpty());
}

TEST(Overlap, IsSeenInAYearLongerThanAnybodys) {
  std::vector<Record> many(300);
  for (std::size_t i = 0; i < many.size(); ++i) {
    many[i].hours = CreditUnits{static_cast<std::int64_t>(i) + 1};
    many[i].start = many[i].end = day(6, 1);
  }
  many.front() = many.back();
  auto const verdict = judge(many, testing::pack_2010(), std::nullopt, year);
  EXPECT_THAT(verdict.counted.front().notes, ElementsAre(Note::overlap_warning));
  EXPECT_THAT(verdict.counted.back().notes, ElementsAre(Note::overlap_warning));
  EXPECT_THAT(verdict.counted[1].notes, IsEmpty());
}

TEST(Overlap, NotesARecordOnce) {
  auto const first = days(4, day(6, 1), day(6, 2));
  auto const verdict = judge(std::vector{first, first, first}, testing::pack_2010(), std::nullopt, year);
  for (Counted const& counted : verdict.counted) {
    EXPECT_THAT(counted.notes, ElementsAre(Note::overlap_warning));
  }
}

}  // namespace
}  // namespace ce::credit
