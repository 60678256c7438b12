#include "shared/credit/account.h"

#include <gmock/gmock.h>

#include "shared/credit/judge.h"
#include "shared/credit/random_people.h"

namespace ce::credit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::pack_2010;

StudyGuide const third{CreditUnits::hours(14)};

Record learnt(Subject subject, std::int64_t hours, bool mandatory = false) {
  Record record;
  record.subject = subject;
  record.hours = CreditUnits::hours(hours);
  record.mandatory = mandatory;
  return record;
}

Record work(AuthorRole role) {
  Record record;
  record.subject = Subject::professional;
  record.activity = Activity::achievement;
  record.role = role;
  return record;
}

std::vector<std::string> told(std::vector<Record> const& records, RulePack const& pack = pack_2010()) {
  return account_of(judge(records, pack, third, 2011), records, pack);
}

std::string told_of(Record const& record, RulePack const& pack = pack_2010()) {
  std::vector<Record> const records{record};
  return record_lines(judge(records, pack, third, 2011), records, pack).at(0);
}

TEST(Account, IsWhatAClerkHandsOut) {
  Record failed = learnt(Subject::elective, 12);
  failed.assessment = Assessment::fail;
  failed.start = Date::make(2011, 6, 1).value();
  failed.end = Date::make(2011, 6, 2).value();
  EXPECT_THAT(
      told({learnt(Subject::public_subject, 18), learnt(Subject::professional, 8, true),
            work(AuthorRole::lead), failed}),
      ElementsAre("2011 年度专业技术人员继续教育学习情况说明",
                  "本年度按规则 GD2010 计算：全年 72 学时（公需科目 18，专业科目 42，选修科目 12）；"
                  "1 学时为 45 分钟，1 天计 6 学时。",
                  "一、完成情况", "　公需科目：已完成 18 学时，要求 18 学时，已达到",
                  "　专业科目：已完成 36 学时，要求 42 学时，还差 6 学时",
                  "　　其中必修内容：已完成 8 学时，要求 14 学时，还差 6 学时",
                  "　　其中由成果、在职学历教育计入：28 学时",
                  "　选修科目：已完成 0 学时，要求 12 学时，还差 12 学时",
                  "　合计：已完成 54 学时，要求 72 学时，还差 18 学时", "二、结论",
                  "　您尚未完成本年度继续教育学习任务：", "　　还差专业科目 6 学时（第三条）",
                  "　　还差专业科目必修 6 学时（第六条）", "　　还差选修科目 12 学时（第三条）",
                  "　　还差年度总量 18 学时（第三条）", "三、逐条说明",
                  "　1. 公需科目，培训，登记 18 学时：计 18 学时（第八条）",
                  "　2. 专业科目（必修），培训，登记 8 学时：计 8 学时（第八条）",
                  "　3. 专业科目，成果：专利，主创人员：计 28 学时，用于专业科目必修以外的部分（第七条）",
                  "　4. 选修科目，培训，2011-06-01 至 2011-06-02，登记 12 学时：不计；考核未合格，"
                  "不计算学习时间（第八条）",
                  "四、如何补齐",
                  "　1. 完成专业科目学习指南的必修内容 6 学时；成果和学历教育不能代替必修（第六条、第七条）",
                  "　2. 与单位商定并完成选修科目学习 12 学时（第六条）",
                  "如对记录有疑问，请向登记单位或者所在地人力资源社会保障部门核对。"));
}

TEST(Account, IsShortForACompleteYear) {
  RulePack pack = pack_2010();
  pack.switches.subject_compensation = SubjectCompensation::to_elective;
  auto const lines = told({learnt(Subject::public_subject, 24), learnt(Subject::elective, 6),
                           learnt(Subject::professional, 42, true)},
                          pack);
  EXPECT_THAT(lines, Contains("　您已完成本年度继续教育学习任务。"));
  EXPECT_THAT(lines, Contains("　　其他科目超出部分抵选修：6 学时"));
  EXPECT_THAT(lines, Not(Contains("四、如何补齐")));
  EXPECT_THAT(told({}), Contains("　本年度还没有登记学习记录。"));
}

TEST(RecordLines, SayWhyLessCountsThanWasRegistered) {
  Record days = learnt(Subject::elective, 0);
  days.hours.reset();
  days.half_days = 3;
  EXPECT_EQ(told_of(days), "1. 选修科目，培训，登记 1.5 天：计 9 学时（第八条）");
  days.hours_per_day = CreditUnits::hours(8);
  EXPECT_THAT(told_of(days), HasSubstr("登记 1.5 天（每天 8 学时）：计 9 学时（第八条）；每天最多计 6 学时"));
  days.start = days.end = Date::make(2011, 5, 4).value();
  EXPECT_THAT(told_of(days), HasSubstr("计 6 学时（第八条）；学习天数多于起止日期之间的天数"));

  Record lecture = learnt(Subject::elective, 8);
  lecture.activity = Activity::lecture;
  lecture.start = lecture.end = Date::make(2011, 5, 4).value();
  EXPECT_THAT(told_of(lecture), HasSubstr("登记 8 学时：计 6 学时（第十条）；每天最多计 6 学时"));

  RulePack floors = pack_2010();
  floors.switches.minutes_rounding = MinutesRounding::floor_hour;
  Record minutes;
  minutes.minutes = 100;
  EXPECT_THAT(told_of(minutes, floors),
              HasSubstr("登记 100 分钟：计 2 学时（第八条）；不足 1 学时的部分不计"));
  EXPECT_THAT(told_of(Record{}), HasSubstr("不计；没有登记学习时间"));
}

TEST(RecordLines, SayWhyAnAchievementAddsNothing) {
  std::vector<Record> const records{work(AuthorRole::lead), work(AuthorRole::other)};
  RulePack const pack = pack_2010();
  auto const lines = record_lines(judge(records, pack, third, 2011), records, pack);
  EXPECT_THAT(lines[1],
              HasSubstr("非主创人员：不另计；专业科目必修以外的部分已由其他学习或者成果完成（第七条）"));
}

TEST(RecordLines, SayThatASecondAchievementOfTheYearAddsNothing) {
  std::vector<Record> const records{learnt(Subject::professional, 14, true), work(AuthorRole::other),
                                    work(AuthorRole::other)};
  auto const lines = record_lines(judge(records, pack_2010(), third, 2011), records, pack_2010());
  EXPECT_THAT(lines.at(1), HasSubstr("计 14 学时"));
  EXPECT_THAT(lines.at(2), HasSubstr("不另计；同年有多项成果的，按可计学时最多的一项计算（第七条）"))
      << "14 hours are still missing, so the part is not done";
}

TEST(Account, SaysWhyAYearIsCompleteThoughASubjectIsNot) {
  auto pack = pack_2010();
  pack.switches.subject_compensation = SubjectCompensation::total_only;
  std::vector<Record> const records{learnt(Subject::public_subject, 6),
                                    learnt(Subject::professional, 14, true),
                                    learnt(Subject::professional, 52)};
  EXPECT_THAT(told(records, pack), Contains("　本年度规则按全年总学时计算，各科目学时可以互补。"));
  pack.switches.subject_compensation = SubjectCompensation::none;
  EXPECT_THAT(told(records, pack), Not(Contains(HasSubstr("可以互补"))));
}

TEST(RecordLines, NameTheRecordThatOverlaps) {
  Record one = learnt(Subject::elective, 6);
  one.start = one.end = Date::make(2011, 5, 4).value();
  std::vector<Record> const records{one, learnt(Subject::elective, 6), one, work(AuthorRole::lead)};
  RulePack const pack = pack_2010();
  auto const lines = record_lines(judge(records, pack, third, 2011), records, pack);
  EXPECT_THAT(lines[0], HasSubstr("计 6 学时（第八条）；与第 3 条时间重叠或者内容重复，请核对（第三条）"));
  EXPECT_THAT(lines[1], Not(HasSubstr("重叠")));
  EXPECT_THAT(lines[2], HasSubstr("与第 1 条时间重叠"));
}

TEST(RecordLines, TellARecordOfAnotherYear) {
  Record other = learnt(Subject::elective, 6);
  other.end = Date::make(2012, 5, 4).value();
  EXPECT_EQ(told_of(other),
            "1. 选修科目，培训，2012-05-04，登记 6 学时：不计；不属于本年度，计入其所属年度（第三条）");
}

}  // namespace
}  // namespace ce::credit
