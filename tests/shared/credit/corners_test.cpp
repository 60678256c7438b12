#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/credit/account.h"
#include "shared/credit/check_record.h"
#include "shared/credit/counting.h"
#include "shared/credit/judge.h"
#include "shared/credit/overlap.h"
#include "shared/credit/pack_file.h"
#include "shared/credit/random_people.h"
#include "shared/credit/switches.h"

// What an ordinary year never brings: half-filled records, neighbours that just miss one another.
namespace ce::credit {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::pack_2010;
using ::testing::SizeIs;

StudyGuide const guide_of_a_third{CreditUnits::hours(14)};

Date day(int year, int month, int of_month) {
  return Date::make(year, month, of_month).value();
}

Record course(std::int64_t hours = 6) {
  Record record;
  record.hours = CreditUnits::hours(hours);
  record.start = day(2011, 5, 4);
  record.end = day(2011, 5, 5);
  return record;
}

std::size_t overlaps(Record const& a, Record const& b) {
  std::vector<Record> const records{a, b};
  auto const verdict = judge(records, pack_2010(), guide_of_a_third, 2011);
  return overlapping(records, verdict.counted, 0).size();
}

TEST(Overlaps, NeedEveryFactToBeTheSame) {
  EXPECT_EQ(overlaps(course(), course()), 1U);
  Record other = course();
  other.minutes = 45;
  EXPECT_EQ(overlaps(course(), other), 0U) << "more was learnt";
  other = course();
  other.end = day(2011, 5, 6);
  EXPECT_EQ(overlaps(course(), other), 0U) << "another end";
  other = course();
  other.start = day(2011, 5, 3);
  EXPECT_EQ(overlaps(course(), other), 0U) << "another start";
  other = course();
  other.start.reset();
  EXPECT_EQ(overlaps(course(), other), 0U) << "not placed in time";
  other = course();
  other.end.reset();
  EXPECT_EQ(overlaps(course(), other), 0U) << "nor this one";
  EXPECT_EQ(overlaps(other, course()), 0U) << "seen from the one without dates";
}

TEST(OverlapLines, NameEveryOtherRecord) {
  std::vector<Record> const records{course(), course(), course()};
  auto const lines = record_lines(judge(records, pack_2010(), guide_of_a_third, 2011), records, pack_2010());
  EXPECT_THAT(lines.at(0), HasSubstr("与第 2、3 条时间重叠"));
}

TEST(Amounts, AreAllNamed) {
  Record record = course(3);
  record.half_days = 3;
  record.minutes = 45;
  record.end = day(2011, 5, 9);
  std::vector<Record> const records{record};
  auto const lines = record_lines(judge(records, pack_2010(), guide_of_a_third, 2011), records, pack_2010());
  EXPECT_THAT(lines.at(0), HasSubstr("登记 3 学时、1.5 天、45 分钟"));
  record.half_days = 4;
  std::vector<Record> const whole{record};
  EXPECT_THAT(record_lines(judge(whole, pack_2010(), guide_of_a_third, 2011), whole, pack_2010()).at(0),
              HasSubstr("2 天"));
}

TEST(StatedTime, IsNothingForWhatFillsAGap) {
  Record degree = course();
  degree.activity = Activity::degree;
  EXPECT_EQ(stated_time(degree, pack_2010()).units, CreditUnits{});
}

TEST(Degrees, FillTheYearsBetweenTheirDatesAndNoOther) {
  Record degree;
  degree.subject = Subject::professional;
  degree.activity = Activity::degree;
  degree.assessment = Assessment::pass;
  degree.start = day(2011, 9, 1);
  degree.end = day(2013, 6, 30);
  Switches const switches;
  EXPECT_EQ(excluded(degree, switches, 2010), Note::other_year);
  EXPECT_EQ(excluded(degree, switches, 2012), std::nullopt);
  EXPECT_EQ(excluded(degree, switches, 2014), Note::other_year);
  degree.end.reset();
  EXPECT_EQ(excluded(degree, switches, 2012), std::nullopt) << "without its end the year cannot be told";
}

TEST(Accounts, SayNothingOfASubjectThatAsksForNothing) {
  auto pack = pack_2010();
  pack.elective_required = {};
  std::vector<Record> const none;
  EXPECT_THAT(account_of(judge(none, pack, guide_of_a_third, 2011), none, pack),
              Contains("　选修科目：已完成 0 学时，要求 0 学时"));
}

TEST(Accounts, TellACompleteYearWithAShortProfessionalOrElectiveSubject) {
  auto pack = pack_2010();
  pack.switches.subject_compensation = SubjectCompensation::total_only;
  auto const told = [&pack](std::int64_t common, std::int64_t elective) {
    Record must = course(14);
    must.subject = Subject::professional;
    must.mandatory = true;
    Record open = course(common);
    Record free = course(elective);
    free.subject = Subject::elective;
    std::vector<Record> const records{must, open, free};
    return account_of(judge(records, pack, guide_of_a_third, 2011), records, pack);
  };
  EXPECT_THAT(told(46, 12), Contains(HasSubstr("可以互补"))) << "professional is short";
  pack.professional_required = CreditUnits::hours(14);
  pack.total_required = CreditUnits::hours(44);
  EXPECT_THAT(told(26, 6), Contains(HasSubstr("可以互补"))) << "elective is short";
}

TEST(Faults, OfAnAchievementThatStatesTimeOrClaimsTheMandatoryPart) {
  for (auto const set : {+[](Record& r) { r.half_days = 2; }, +[](Record& r) { r.minutes = 45; },
                         +[](Record& r) { r.mandatory = true; }}) {
    Record patent;
    patent.subject = Subject::professional;
    patent.activity = Activity::achievement;
    patent.end = day(2011, 5, 4);
    EXPECT_THAT(faults_of(patent, day(2011, 12, 1)), IsEmpty());
    set(patent);
    EXPECT_THAT(faults_of(patent, day(2011, 12, 1)), SizeIs(1));
  }
}

TEST(Faults, OfMandatoryContentAndOfAYearBeforeTheStudy) {
  Record record = course();
  record.subject = Subject::professional;
  record.mandatory = true;
  EXPECT_THAT(faults_of(record, day(2011, 12, 1)), IsEmpty());
  record.subject = Subject::elective;
  EXPECT_EQ(faults_of(record, day(2011, 12, 1)).at(0).field, "mandatory");
  record = course();
  record.credit_year = std::int16_t{2010};
  EXPECT_EQ(faults_of(record, day(2011, 12, 1)).at(0).field, "credit_year");
}

TEST(Packs, CoverTheirYearsAlone) {
  auto pack = pack_2010();
  EXPECT_FALSE(pack.covers(pack.from_year - 1));
  EXPECT_TRUE(pack.covers(pack.from_year));
  EXPECT_FALSE(pack.covers(pack.to_year + 1));
}

TEST(Packs, RefuseAYearThatNobodyLivesToSeeAndTablesThatAreNone) {
  auto const text = pack_text(pack_2010());
  auto const broken = [&text](std::string_view from, std::string_view to) {
    auto changed = text;
    auto const at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    changed.replace(at, from.size(), to);
    auto const pack = parse_pack(changed, "broken.toml");
    EXPECT_FALSE(pack) << to;
    return pack ? std::string{} : pack.failure().detail;
  };
  EXPECT_THAT(broken("to_year = ", "to_year = 9"), HasSubstr("2010 to 2099"));
  EXPECT_THAT(broken("[hours]", "[hourz]"), HasSubstr("hour"));
  auto const head = text.substr(0, text.find("[hours]"));
  auto const missing = parse_pack(head, "head.toml");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.failure().detail, HasSubstr("the table is missing"));
  auto const flat = parse_pack("switches = 1\n" + text.substr(0, text.find("[switches]")), "flat.toml");
  ASSERT_FALSE(flat);
  EXPECT_THAT(flat.failure().detail, HasSubstr("expected a table"));
}

TEST(Switches, TakeFourDigitsForTheProvince) {
  Switches switches;
  EXPECT_TRUE(set_switch(switches, "provincial_digits", "9999"));
  for (auto const* bad : {"99", "99a9", "9 99", "99999"}) {
    EXPECT_FALSE(set_switch(switches, "provincial_digits", bad)) << bad;
  }
}

}  // namespace
}  // namespace ce::credit
