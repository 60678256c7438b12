#include "central/replay/account.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "central/replay/fixture.h"

namespace ce::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using ReplayAccount = ReplayTest;

TEST_F(ReplayAccount, SaysThatEverythingAgrees) {
  EXPECT_THAT(
      account_of(again().value()),
      ElementsAre("证书 44010626000001，**明，2026 年度，2026年6月1日签发，有效",
                  "依据：签发时冻结的规则 GD2021，学习指南必修 14 学时，学习记录 4 条",
                  "　公需科目：签发时 30 学时，重新计算 30 学时",
                  "　专业科目：签发时 42 学时，重新计算 42 学时",
                  "　　其中必修：签发时 14 学时，重新计算 14 学时",
                  "　选修科目：签发时 18 学时，重新计算 18 学时", "　合计：签发时 90 学时，重新计算 90 学时",
                  "结论：一致。按签发时的规则重新计算，各项学时与签发时相同，所依据的学习记录没有改动。"));
}

TEST_F(ReplayAccount, SaysWhatDiffersAndWhy) {
  write("UPDATE learning_records SET units = 900 WHERE id = 4");
  write("DELETE FROM learning_records WHERE id = 1");
  auto const lines = account_of(again().value());
  EXPECT_THAT(lines, Contains("　选修科目：签发时 18 学时，重新计算 10 学时，不一致"));
  EXPECT_THAT(lines, Contains("结论：不一致。"));
  EXPECT_THAT(lines, Contains("　学习记录 1 已不在系统中"));
  EXPECT_THAT(lines, Contains("　学习记录 4 在签发后有改动：学时由“18 学时”变为“10 学时”"));
  EXPECT_THAT(lines, Contains("　按签发时冻结的记录计算，结果与签发时相同，签发时的认定没有错误"));
  EXPECT_THAT(lines, Contains(HasSubstr("该年度学习任务没有完成")));
}

TEST_F(ReplayAccount, SaysWhatOlderCertificatesCannotTell) {
  write("UPDATE yearly_verdicts SET frozen_pack = NULL, record_facts = NULL");
  EXPECT_THAT(account_of(again().value()), Contains(HasSubstr("签发时未保存学时标准和记录内容")));
  write("UPDATE yearly_verdicts SET elective_units = 1621");
  EXPECT_THAT(account_of(again().value()), Contains(HasSubstr("无法分辨")));
}

TEST_F(ReplayAccount, SaysThatTheCalculationChanged) {
  write("UPDATE yearly_verdicts SET elective_units = 1621, guide_units = NULL");
  auto const lines = account_of(again().value());
  EXPECT_THAT(lines, Contains(HasSubstr("请报告系统管理员")));
  EXPECT_THAT(lines, Contains(HasSubstr("当年没有学习指南")));
}

TEST_F(ReplayAccount, SaysThatTheCertificateIsRevoked) {
  write("UPDATE certificates SET revoked_ms = 1, revoked_reason = '更正'");
  EXPECT_THAT(account_of(again().value()).at(0), testing::EndsWith("已撤销"));
}

TEST_F(ReplayAccount, IsThereForPrograms) {
  auto const same = nlohmann::json::parse(json_of(again().value()));
  EXPECT_EQ(same["same"], true);
  EXPECT_EQ(same["frozen"]["total"], 8100);
  EXPECT_EQ(same["from_frozen_records"], same["again"]);
  EXPECT_EQ(same["guide_professional_mandatory"], 1260);
  EXPECT_THAT(same.dump(), Not(HasSubstr("陈家明")));
  write("UPDATE learning_records SET units = 900 WHERE id = 4");
  auto const changed = nlohmann::json::parse(json_of(again().value()));
  EXPECT_EQ(changed["same"], false);
  EXPECT_EQ(changed["changes"][0]["record"], 4);
  EXPECT_EQ(changed["changes"][0]["facts"][0]["is"], "10 学时");
}

}  // namespace
}  // namespace ce::test
