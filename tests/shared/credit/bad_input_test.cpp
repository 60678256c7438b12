#include <gmock/gmock.h>

#include "shared/credit/check_record.h"

// What people enter wrongly, with the field and the sentence that each of them reads.
namespace ce::credit {
namespace {

Date const entered_on = *Date::make(2011, 12, 1);

Record entered() {
  Record record;
  record.hours = CreditUnits::hours(6);
  record.start = Date::make(2011, 6, 1).value();
  record.end = Date::make(2011, 6, 2).value();
  return record;
}

struct BadEntry {
  char const* name;
  void (*spoil)(Record&);
  RecordFault fault;
};

void PrintTo(BadEntry const& entry, std::ostream* out) {
  *out << entry.name;
}

class BadInput : public ::testing::TestWithParam<BadEntry> {};

TEST_P(BadInput, IsNamedWithASentence) {
  Record record = entered();
  GetParam().spoil(record);
  EXPECT_THAT(faults_of(record, entered_on), ::testing::ElementsAre(GetParam().fault));
  auto const refused = check_record(record, entered_on);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::record_invalid);
  EXPECT_EQ(refused.failure().detail,
            std::string{GetParam().fault.field} + ": " + std::string{GetParam().fault.sentence});
}

INSTANTIATE_TEST_SUITE_P(
    Every, BadInput,
    ::testing::Values(
        BadEntry{"negative hours",
                 [](Record& r) { r.hours = CreditUnits{-90}; },
                 {"hours", "学时应大于零，且不超过一年"}},
        BadEntry{
            "no hours", [](Record& r) { r.hours = CreditUnits{}; }, {"hours", "学时应大于零，且不超过一年"}},
        BadEntry{"more hours than two days have",
                 [](Record& r) { r.hours = CreditUnits::hours(65); },
                 {"hours", "学时多于起止日期之间的时间"}},
        BadEntry{"nothing stated", [](Record& r) { r.hours.reset(); }, {"hours", "请写学时、天数或分钟数"}},
        BadEntry{
            "negative days", [](Record& r) { r.half_days = -2; }, {"days", "天数应大于零，且不超过一年"}},
        BadEntry{"more days than the dates have",
                 [](Record& r) { r.half_days = 5; },
                 {"days", "天数多于起止日期之间的天数"}},
        BadEntry{"a day of forty hours",
                 [](Record& r) {
                   r.half_days = 2;
                   r.hours_per_day = CreditUnits::hours(40);
                 },
                 {"hours_per_day", "每天学时应大于零，且不超过一天"}},
        BadEntry{"hours a day without days",
                 [](Record& r) { r.hours_per_day = CreditUnits::hours(6); },
                 {"hours_per_day", "写了每天学时，请同时写天数"}},
        BadEntry{"half a unit",
                 [](Record& r) {
                   r.half_days = 1;
                   r.hours_per_day = CreditUnits{271};
                 },
                 {"hours_per_day", "天数乘以每天学时应为 30 秒的整数倍"}},
        BadEntry{"negative minutes",
                 [](Record& r) { r.minutes = -1; },
                 {"minutes", "分钟数应大于零，且不超过一年"}},
        BadEntry{"more minutes than two days have",
                 [](Record& r) { r.minutes = 2881; },
                 {"minutes", "分钟数多于起止日期之间的时间"}},
        BadEntry{"end before start",
                 [](Record& r) { r.end = Date::make(2011, 5, 31).value(); },
                 {"end", "结束日期早于开始日期"}},
        BadEntry{"no end", [](Record& r) { r.end.reset(); }, {"end", "请写结束日期"}},
        BadEntry{"no start", [](Record& r) { r.start.reset(); }, {"start", "请写开始日期"}},
        BadEntry{"not over yet",
                 [](Record& r) { r.end = Date::make(2011, 12, 2).value(); },
                 {"end", "学习尚未结束"}},
        BadEntry{"across the turn of the year",
                 [](Record& r) { r.start = Date::make(2010, 12, 31).value(); },
                 {"credit_year", "学习跨年度，请写明计入哪一年度"}},
        BadEntry{"a year that it does not touch",
                 [](Record& r) { r.credit_year = std::int16_t{2012}; },
                 {"credit_year", "计入年度不在起止日期之内"}},
        BadEntry{"a mandatory elective",
                 [](Record& r) { r.mandatory = true; },
                 {"mandatory", "只有专业科目分必修内容"}},
        BadEntry{"a public achievement",
                 [](Record& r) {
                   r.activity = Activity::achievement;
                   r.hours.reset();
                 },
                 {"subject", "成果和学历教育只计入专业科目"}},
        BadEntry{"a mandatory degree",
                 [](Record& r) {
                   r.activity = Activity::degree;
                   r.subject = Subject::professional;
                   r.mandatory = true;
                   r.hours.reset();
                 },
                 {"mandatory", "成果和学历教育不能作为必修内容"}},
        BadEntry{"hours of an achievement",
                 [](Record& r) {
                   r.activity = Activity::achievement;
                   r.subject = Subject::professional;
                 },
                 {"hours", "成果和学历教育不按学时登记"}}));

// A year has 366 x 32 credit hours.
TEST(BadInput, AbsurdAmountsAreBeyondAYear) {
  auto const sentences = [](Record const& record) {
    std::vector<std::string_view> all;
    for (auto const& fault : faults_of(record, entered_on)) all.push_back(fault.sentence);
    return all;
  };
  Record record = entered();
  record.hours = CreditUnits::hours(1'000'000);
  EXPECT_THAT(sentences(record), ::testing::Contains("学时应大于零，且不超过一年"));
  record = entered();
  record.half_days = 9'999'999;
  EXPECT_THAT(sentences(record), ::testing::Contains("天数应大于零，且不超过一年"));
  record = entered();
  record.minutes = 9'999'999;
  EXPECT_THAT(sentences(record), ::testing::Contains("分钟数应大于零，且不超过一年"));
}

TEST(BadInput, FractionsOfAUnitAreNoHours) {
  auto const refused = parse_hours("0.01");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().detail, "hours: expected a number like 6 or 10.5, a whole number of 30 s");
  EXPECT_EQ(parse_hours("0").failure().detail, "hours: must be more than nothing");
}

}  // namespace
}  // namespace ce::credit
