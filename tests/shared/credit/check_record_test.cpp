#include "shared/credit/check_record.h"

#include <gmock/gmock.h>

namespace ce::credit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date const today = *Date::make(2011, 12, 1);

Record sound() {
  Record record;
  record.hours = CreditUnits::hours(6);
  record.start = Date::make(2011, 6, 1).value();
  record.end = Date::make(2011, 6, 2).value();
  return record;
}

std::vector<std::string_view> fields(Record const& record) {
  std::vector<std::string_view> names;
  for (RecordFault const& fault : faults_of(record, today)) names.push_back(fault.field);
  return names;
}

TEST(CheckRecord, LetsASoundOnePass) {
  EXPECT_THAT(fields(sound()), IsEmpty());
  EXPECT_TRUE(check_record(sound(), today));
}

TEST(CheckRecord, RefusesNegativeZeroAndAbsurdAmounts) {
  for (std::int64_t units : {std::int64_t{-90}, std::int64_t{0}, std::int64_t{90'000'000}}) {
    Record record = sound();
    record.hours = CreditUnits{units};
    EXPECT_THAT(fields(record), ::testing::Contains("hours")) << units;
  }
  for (std::int32_t amount : {-1, 0, 9'999'999}) {
    Record record = sound();
    record.half_days = amount;
    EXPECT_THAT(fields(record), ::testing::Contains("days")) << amount;
    record = sound();
    record.minutes = amount;
    EXPECT_THAT(fields(record), ::testing::Contains("minutes")) << amount;
  }
}

TEST(CheckRecord, WantsSomeTime) {
  Record record = sound();
  record.hours.reset();
  EXPECT_THAT(fields(record), ElementsAre("hours"));
}

TEST(CheckRecord, WantsWholeUnitsOfDays) {
  Record record = sound();
  record.half_days = 1;
  record.hours_per_day = CreditUnits{271};
  EXPECT_THAT(fields(record), ElementsAre("hours_per_day"));
  record.half_days = 2;
  EXPECT_THAT(fields(record), IsEmpty());
  record.half_days.reset();
  EXPECT_THAT(fields(record), ElementsAre("hours_per_day")) << "of which days";
  record.half_days = 2;
  record.hours_per_day = CreditUnits{};
  EXPECT_THAT(fields(record), ElementsAre("hours_per_day"));
}

TEST(CheckRecord, ChecksDates) {
  Record record = sound();
  record.end = Date::make(2011, 5, 31).value();
  EXPECT_THAT(fields(record), ElementsAre("end")) << "before start";
  record.end.reset();
  EXPECT_THAT(fields(record), ElementsAre("end"));
  record = sound();
  record.start.reset();
  EXPECT_THAT(fields(record), ElementsAre("start"));
  record = sound();
  record.end = Date::make(2011, 12, 2).value();
  EXPECT_THAT(fields(record), ElementsAre("end")) << "not over yet";
}

TEST(CheckRecord, ChecksAmountsAgainstDates) {
  Record record = sound();
  record.half_days = 5;
  EXPECT_THAT(fields(record), ElementsAre("days"));
  record = sound();
  record.hours = CreditUnits::hours(65);  // two days have 64
  EXPECT_THAT(fields(record), ElementsAre("hours"));
  record = sound();
  record.minutes = 2 * 24 * 60 + 1;
  EXPECT_THAT(fields(record), ElementsAre("minutes"));
}

TEST(CheckRecord, AsksForTheYearAcrossTheTurn) {
  Record record = sound();
  record.start = Date::make(2010, 12, 31).value();
  record.end = Date::make(2011, 1, 1).value();
  EXPECT_THAT(fields(record), ElementsAre("credit_year"));
  record.credit_year = std::int16_t{2010};
  EXPECT_THAT(fields(record), IsEmpty());
  record.credit_year = std::int16_t{2012};
  EXPECT_THAT(fields(record), ElementsAre("credit_year"));
}

TEST(CheckRecord, KeepsAchievementsToTheProfessionalSubject) {
  Record record;
  record.activity = Activity::achievement;
  record.subject = Subject::professional;
  record.end = Date::make(2011, 6, 1).value();
  EXPECT_THAT(fields(record), IsEmpty());
  record.subject = Subject::elective;
  record.mandatory = true;
  record.hours = CreditUnits::hours(1);
  EXPECT_THAT(fields(record), ElementsAre("subject", "mandatory", "hours"));
}

TEST(CheckRecord, LetsADegreeTakeYears) {
  Record record;
  record.activity = Activity::degree;
  record.subject = Subject::professional;
  record.start = Date::make(2008, 9, 1).value();
  record.end = Date::make(2011, 6, 1).value();
  EXPECT_THAT(fields(record), IsEmpty());
}

TEST(CheckRecord, KeepsMandatoryToTheProfessionalSubject) {
  Record record = sound();
  record.mandatory = true;
  auto const refused = check_record(record, today);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::record_invalid);
  EXPECT_EQ(refused.failure().detail, "mandatory: 只有专业科目分必修内容");
}

TEST(ParseHours, IsExact) {
  EXPECT_EQ(parse_hours("6").value(), CreditUnits::hours(6));
  EXPECT_EQ(parse_hours("10.5").value(), CreditUnits{945});
  EXPECT_EQ(parse_hours("0.1").value(), CreditUnits{9});
  EXPECT_EQ(parse_hours("06.50").value(), CreditUnits{585});
}

TEST(ParseHours, RefusesWhatIsNoAmountOfHours) {
  for (char const* typed : {"", "0", "0.0", "-1", "+1", "1e3", "6,5", "六", "6 ", " 6", ".5", "6.", "1.2.3",
                            "0.01", "99999", "0x6", "６"}) {
    auto const hours = parse_hours(typed);
    ASSERT_FALSE(hours) << typed;
    EXPECT_EQ(hours.failure().code, FailureCode::record_invalid) << typed;
  }
}

}  // namespace
}  // namespace ce::credit
