#include <gtest/gtest.h>

#include "shared/credit/judge.h"
#include "shared/credit/random_people.h"

namespace ce::credit {
namespace {

constexpr int judged_year = 2011;
constexpr CreditUnits one{1};
StudyGuide const least_guide{CreditUnits::hours(14)};

Record study(Subject subject, bool mandatory, CreditUnits units) {
  Record record;
  record.subject = subject;
  record.mandatory = mandatory;
  record.hours = units;
  return record;
}

// Someone who has exactly what the figures of 2010 ask for, in four records.
std::vector<Record> exact_person() {
  return {study(Subject::public_subject, false, CreditUnits::hours(18)),
          study(Subject::elective, false, CreditUnits::hours(12)),
          study(Subject::professional, true, CreditUnits::hours(14)),
          study(Subject::professional, false, CreditUnits::hours(28))};
}

bool complete(std::vector<Record> const& records, RulePack const& pack) {
  return judge(records, pack, least_guide, judged_year).complete;
}

struct Threshold {
  CreditUnits RulePack::*figure;
  std::size_t record;  // the one that this figure measures
  Subject filler;      // where one unit keeps the total
};

class EveryThreshold : public ::testing::TestWithParam<Threshold> {};

TEST_P(EveryThreshold, IsSeenWhenItMovesByOneUnit) {
  RulePack pack = testing::pack_2010();
  ASSERT_TRUE(complete(exact_person(), pack));
  pack.*GetParam().figure += one;
  EXPECT_FALSE(complete(exact_person(), pack)) << "raised";
}

TEST_P(EveryThreshold, ShutsOutWhoIsOneUnitShort) {
  auto records = exact_person();
  Record& measured = records[GetParam().record];
  measured.hours = *measured.hours - one;
  // What is missing is made up elsewhere, so that this figure alone decides.
  records.push_back(study(GetParam().filler, false, one));
  RulePack pack = testing::pack_2010();
  EXPECT_FALSE(complete(records, pack)) << "as it is";
  pack.*GetParam().figure = pack.*GetParam().figure - one;
  StudyGuide const lower{least_guide.professional_mandatory - one};
  EXPECT_TRUE(judge(records, pack, lower, judged_year).complete) << "lowered";
}

INSTANTIATE_TEST_SUITE_P(
    Figures, EveryThreshold,
    ::testing::Values(Threshold{&RulePack::public_required, 0, Subject::professional},
                      Threshold{&RulePack::elective_required, 1, Subject::public_subject},
                      Threshold{&RulePack::mandatory_min, 2, Subject::professional},
                      Threshold{&RulePack::professional_required, 3, Subject::public_subject}));

TEST(Total, IsAskedForBesideTheSubjects) {
  RulePack higher = testing::pack_2010();
  higher.total_required += one;
  EXPECT_FALSE(complete(exact_person(), higher));
  RulePack pack = testing::pack_2010();
  pack.switches.subject_compensation = SubjectCompensation::total_only;
  auto records = exact_person();
  EXPECT_TRUE(complete(records, pack));
  records[0].hours = *records[0].hours - one;
  EXPECT_FALSE(complete(records, pack));
  pack.total_required = pack.total_required - one;
  EXPECT_TRUE(complete(records, pack));
}

TEST(StudyDay, IsSeenWhenItMovesByOneUnit) {
  auto records = exact_person();
  records[1].hours.reset();
  records[1].half_days = 4;
  RulePack pack = testing::pack_2010();
  EXPECT_TRUE(complete(records, pack));
  pack.day = pack.day - one;
  EXPECT_FALSE(complete(records, pack));
}

TEST(Guide, RaisesTheMandatoryPartAndNeverLowersIt) {
  RulePack const pack = testing::pack_2010();
  auto const required = [&pack](std::int64_t hours) {
    return judge({}, pack, StudyGuide{CreditUnits::hours(hours)}, judged_year)
        .professional_mandatory.required;
  };
  EXPECT_EQ(required(10), CreditUnits::hours(14));
  EXPECT_EQ(required(14), CreditUnits::hours(14));
  EXPECT_EQ(required(20), CreditUnits::hours(20));
  EXPECT_EQ(judge({}, pack, std::nullopt, judged_year).professional_mandatory.required, CreditUnits{});
}

}  // namespace
}  // namespace ce::credit
