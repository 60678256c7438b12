#include "shared/credit/words.h"

#include <gmock/gmock.h>

#include "shared/credit/judge.h"
#include "shared/credit/random_people.h"

namespace ce::credit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

StudyGuide const guide{CreditUnits::hours(14)};

Record study(Subject subject, std::int64_t hours, bool mandatory = false) {
  Record record;
  record.subject = subject;
  record.hours = CreditUnits::hours(hours);
  record.mandatory = mandatory;
  return record;
}

Verdict judged(std::vector<Record> const& records, RulePack const& pack) {
  return judge(records, pack, guide, 2011);
}

TEST(HoursText, IsExact) {
  EXPECT_EQ(hours_text(CreditUnits::hours(6)), "6 学时");
  EXPECT_EQ(hours_text(CreditUnits{945}), "10.5 学时");
  EXPECT_EQ(hours_text(CreditUnits{1618}), "17 学时 44 分钟");
  EXPECT_EQ(hours_text(CreditUnits{2}), "1 分钟");
  EXPECT_EQ(hours_text(CreditUnits{3}), "1 分钟 30 秒");
  EXPECT_EQ(hours_text(CreditUnits{}), "0 学时");
  EXPECT_EQ(hours_number(CreditUnits{945}), "10.5");
  EXPECT_EQ(hours_number(CreditUnits{1618}), "17 学时 44 分钟");
}

TEST(ArticleWords, AreNumerals) {
  EXPECT_EQ(article_words(3), "第三条");
  EXPECT_EQ(article_words(10), "第十条");
  EXPECT_EQ(article_words(13), "第十三条");
  EXPECT_EQ(article_words(20), "第二十条");
}

TEST(Sentences, NameEveryReason) {
  RulePack const pack = testing::pack_2010();
  Verdict const verdict = judged({study(Subject::professional, 8, true)}, pack);
  std::vector<std::string> sentences;
  for (Reason reason : verdict.reasons) sentences.push_back(sentence(reason, verdict));
  EXPECT_THAT(sentences,
              ElementsAre("还差公需科目 18 学时", "还差专业科目 34 学时", "还差专业科目必修 6 学时",
                          "还差选修科目 12 学时", "还差年度总量 64 学时"));
}

TEST(Sentences, LeaveOutWhatOtherSubjectsGive) {
  RulePack pack = testing::pack_2010();
  pack.switches.subject_compensation = SubjectCompensation::to_elective;
  Verdict const verdict = judged({study(Subject::public_subject, 20), study(Subject::elective, 6),
                                  study(Subject::professional, 14, true), study(Subject::professional, 28)},
                                 pack);
  EXPECT_EQ(sentence(Reason::elective_short, verdict), "还差选修科目 4 学时");
}

TEST(Ways, AreToldForEachGap) {
  RulePack const pack = testing::pack_2010();
  Record pending = study(Subject::elective, 12);
  pending.review = ReviewState::pending_employer;
  auto const ways = ways_to_close(judged({study(Subject::professional, 8, true), pending}, pack));
  ASSERT_EQ(ways.size(), 5U);
  EXPECT_THAT(ways[0], HasSubstr("公需科目学习指南规定的学习 18 学时"));
  EXPECT_THAT(ways[1], HasSubstr("必修内容 6 学时"));
  EXPECT_THAT(ways[2], HasSubstr("必修以外的内容 28 学时"));
  EXPECT_THAT(ways[3], HasSubstr("选修科目学习 12 学时"));
  EXPECT_THAT(ways[4], HasSubstr("尚未通过审核认定"));
}

TEST(Ways, ArePlainForAMissingTotal) {
  RulePack pack = testing::pack_2010();
  pack.total_required = CreditUnits::hours(80);
  std::vector<Record> records{study(Subject::public_subject, 18), study(Subject::elective, 12),
                              study(Subject::professional, 42, true)};
  EXPECT_THAT(ways_to_close(judged(records, pack)), ElementsAre("任一科目再学习 8 学时（第三条）"));
  pack.total_required = CreditUnits::hours(72);
  EXPECT_THAT(ways_to_close(judged(records, pack)), IsEmpty());
}

TEST(Words, ExistForEveryEnumerator) {
  for (int i = 0; i <= static_cast<int>(Activity::degree); ++i) {
    EXPECT_FALSE(words_for(static_cast<Activity>(i)).empty());
  }
  for (int i = 0; i <= static_cast<int>(ReviewState::approved); ++i) {
    EXPECT_FALSE(words_for(static_cast<ReviewState>(i)).empty());
  }
  for (int i = 0; i <= static_cast<int>(Note::overlap_warning); ++i) {
    auto const note = static_cast<Note>(i);
    EXPECT_FALSE(sentence(note).empty());
    EXPECT_GE(article_of(note), 3);
  }
  for (std::size_t i = 0; i < activity_count; ++i) {
    auto const activity = static_cast<Activity>(i);
    EXPECT_EQ(activity_named(code_of(activity)), activity);
    EXPECT_GE(article_of(activity), 3);
  }
  EXPECT_EQ(activity_named("singing"), std::nullopt);
  EXPECT_EQ(subject_named(code_of(Subject::elective)), Subject::elective);
  EXPECT_EQ(subject_named("hobby"), std::nullopt);
  EXPECT_EQ(words_for(Assessment::absent), "缺考");
  EXPECT_EQ(words_for(AchievementKind::other_recognised), "其他认可的成果");
  EXPECT_EQ(words_for(AuthorRole::other), "非主创人员");
}

}  // namespace
}  // namespace ce::credit
