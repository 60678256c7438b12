#include <gmock/gmock.h>

#include "central/registration/fixture.h"
#include "central/registration/register.h"
#include "central/store/records.h"

namespace ce::test {
namespace {

using registration::Entry;
using registration::register_record;
using testing::HasSubstr;

struct Registering : RegistrationTest {
  std::string refusal(registration::Actor const& actor, Entry const& entry) {
    auto const done = register_record(store, actor, entry, now);
    if (done) return "registered";
    EXPECT_EQ(done.failure().code, FailureCode::record_invalid);
    EXPECT_EQ(count("learning_records"), 0);
    return done.failure().detail;
  }
};

TEST_F(Registering, AnInstitutionRegistersItsCourse) {
  auto const done = register_record(store, institution, course(), now);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(done->state, credit::ReviewState::pending_employer);
  EXPECT_EQ(
      count("learning_records WHERE institution = 1 AND channel = 'single' AND registrar = 'training-1' "
            "AND registrar_party = 'institution' AND version = 1 AND route = 'employed' "
            "AND review_region = '440106' AND employer = 1"),
      1);
  EXPECT_EQ(year(2026).records.at(0).institution, "广州继续教育基地");
}

TEST_F(Registering, TheTableOfArticleFourHolds) {
  using credit::Activity;
  using credit::Party;
  struct Case {
    Party party;
    Activity activity;
  };
  for (auto const& [party, activity] : std::vector<Case>{{Party::institution, Activity::lecture},
                                                         {Party::employer, Activity::training},
                                                         {Party::person, Activity::online_approved},
                                                         {Party::hrss, Activity::training},
                                                         {Party::talent_agency, Activity::practice}}) {
    auto entry = course();
    entry.record.activity = activity;
    auto actor = institution;
    actor.party = party;
    actor.professional = 1;
    EXPECT_THAT(refusal(actor, entry), HasSubstr("按第四条由"));
  }
}

TEST_F(Registering, NobodyWritesAboutOtherPeople) {
  auto lecture = course();
  lecture.record.activity = credit::Activity::lecture;
  auto other = person;
  other.professional = 2;
  EXPECT_THAT(refusal(other, lecture), HasSubstr("不是本人"));
  auto elsewhere = employer;
  elsewhere.unit = 2;
  EXPECT_THAT(refusal(elsewhere, lecture), HasSubstr("不是本单位人员"));
  EXPECT_TRUE(register_record(store, employer, lecture, now));
}

TEST_F(Registering, UnknownNumberAndWrongNameReadAlike) {
  auto stranger = course();
  stranger.id_number = SecretText{number_of(77)};
  auto misnamed = course();
  misnamed.name = SecretText{"陈家名"};
  auto const text = refusal(institution, stranger);
  EXPECT_EQ(refusal(institution, misnamed), text);
  EXPECT_EQ(text.find("陈家"), std::string::npos);
}

TEST_F(Registering, EveryFaultIsToldAtOnceWithItsRemedy) {
  auto bad = course("");
  bad.id_number = SecretText{"440106188503120172"};
  bad.record.hours.reset();
  bad.record.end = Date::make(2026, 12, 1).value();
  auto const text = refusal(institution, bad);
  for (auto const* part :
       {"证件号码：号码不正确", "学习内容：没有填写", "学时：请写学时", "结束日期：学习尚未结束"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST_F(Registering, HtmlAndSqlInWordsAreWordsAndControlsAreNot) {
  auto const sly = "<script>alert(1)</script>'); DROP TABLE learning_records;--";
  ASSERT_TRUE(register_record(store, institution, course(sly), now));
  EXPECT_EQ(year(2026).records.at(0).content, sly);
  auto const done = register_record(store, institution, course("课程\n第二行"), now);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.failure().detail, HasSubstr("不能使用的字符"));
  EXPECT_FALSE(register_record(store, institution, course(std::string(700, 'x')), now));
}

TEST_F(Registering, TheSameStudyTwiceIsRefusedUnlessTheFirstWasRejected) {
  ASSERT_TRUE(register_record(store, institution, course(), now));
  auto const again = register_record(store, institution, course(), now);
  ASSERT_FALSE(again);
  EXPECT_THAT(again.failure().detail, HasSubstr("相同的学习已经登记（待用人单位审核）"));
  write("UPDATE learning_records SET review = 'rejected'");
  EXPECT_TRUE(register_record(store, institution, course(), now));
}

TEST_F(Registering, AnOverlapWarnsAndCounts) {
  auto first = course("课程甲");
  first.record.hours.reset();
  first.record.half_days = 4;
  auto second = first;
  second.content = "课程乙";
  ASSERT_TRUE(register_record(store, institution, first, now));
  auto const done = register_record(store, institution, second, now);
  ASSERT_TRUE(done) << describe(done.failure());
  ASSERT_EQ(done->warnings.size(), 1U);
  EXPECT_THAT(done->warnings[0], HasSubstr("时间重叠"));
}

TEST_F(Registering, TheRouteFollowsWhoKeepsTheFile) {
  auto entry = course();
  entry.id_number = SecretText{number_of(4)};
  entry.name = SecretText{"学员丁"};
  auto const hosted = register_record(store, institution, entry, now);
  ASSERT_TRUE(hosted) << describe(hosted.failure());
  EXPECT_EQ(hosted->state, credit::ReviewState::pending_agency);
  EXPECT_EQ(count("learning_records WHERE route = 'hosted' AND agency = 1 AND review_region = '440104'"), 1);
  entry.id_number = SecretText{number_of(3)};
  entry.name = SecretText{"学员丙"};
  ASSERT_TRUE(register_record(store, institution, entry, now));
  EXPECT_EQ(count("learning_records WHERE route = 'provincial_unit' AND review_region = '440000'"), 1);
}

TEST_F(Registering, WhomNobodyCouldReviewIsRefused) {
  auto entry = course();
  entry.id_number = SecretText{number_of(5)};
  entry.name = SecretText{"学员戊"};
  EXPECT_THAT(refusal(institution, entry), HasSubstr("没有登记用人单位"));
}

TEST_F(Registering, AnInstitutionNamesNoOther) {
  auto entry = course();
  entry.institution = "广东学习平台";
  EXPECT_THAT(refusal(institution, entry), HasSubstr("不是本机构"));
  entry.institution = "广州继续教育基地";
  EXPECT_TRUE(register_record(store, institution, entry, now));
}

TEST_F(Registering, AHostThatTheStoreLacksIsKeptAsTyped) {
  auto entry = course();
  entry.institution = "某国际会议组委会";
  ASSERT_TRUE(register_record(store, person, entry, now));
  EXPECT_EQ(year(2026).records.at(0).institution, "某国际会议组委会");
}

TEST_F(Registering, RecordsFromBeforeKeepTheirPlaceInReview) {
  add_records(1, 2026, {{.subject = credit::Subject::elective, .hours = 6}});
  EXPECT_EQ(count("learning_records WHERE channel = 'earlier' AND employer = 1 AND version = 1"), 1);
}

}  // namespace
}  // namespace ce::test
