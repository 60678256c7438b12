#include "central/issuing/revoke.h"

#include <gmock/gmock.h>

#include "central/issuing/fixture.h"
#include "central/issuing/issue.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

struct Revoking : BatchTest {
  void SetUp() override {
    BatchTest::SetUp();
    complete_people(2);
    number = issuing::issue_one(store, hrss, 1, 2026, today, now).value();
  }
  Result<std::string> correct(std::string const& of, std::string const& reason = "姓名有误") {
    return issuing::correct_certificate(store, hrss, of, reason, today, now);
  }
  std::string number;
};

TEST_F(Revoking, NeedsAReasonAndTheHrssThatIssues) {
  auto const revoke = [&](registration::Actor const& actor, std::string const& reason) {
    auto const done = issuing::revoke_certificate(store, actor, number, reason, now);
    return done ? "void" : describe(done.failure());
  };
  EXPECT_THAT(revoke(hrss, " "), HasSubstr("input_invalid"));
  EXPECT_THAT(revoke(hrss, "a\nb"), HasSubstr("input_invalid"));
  EXPECT_THAT(revoke(city, "有误"), HasSubstr("由广州市天河区人力资源和社会保障局办理"));
  auto oneself = hrss;
  oneself.professional = 1;
  EXPECT_THAT(revoke(oneself, "有误"), HasSubstr("不能为本人办理"));
  EXPECT_EQ(revoke(hrss, "信息有误"), "void");
  EXPECT_THAT(revoke(hrss, "信息有误"), HasSubstr("此前已作废"));
  EXPECT_EQ(value("SELECT revoked_by || ' ' || revoked_reason FROM certificates"), "hrss-1 信息有误");
  EXPECT_EQ(value("SELECT state FROM yearly_standings WHERE professional = 1"), "ready");
  EXPECT_EQ(issuing::revoke_certificate(store, hrss, "44010626000099", "x", now).failure().code,
            FailureCode::certificate_unknown);
  EXPECT_EQ(issuing::issue_one(store, hrss, 1, 2026, today, now).value(), "44010626000002");
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'certificate_revoked'"), "1");
}

TEST_F(Revoking, ACorrectionLinksBothAndNeverUsesTheNumberAgain) {
  write("UPDATE professionals SET name = '陈嘉明' WHERE id = 1");
  auto const next = correct(number);
  ASSERT_TRUE(next) << describe(next.failure());
  EXPECT_EQ(*next, "44010626000002");
  EXPECT_EQ(value("SELECT successor FROM certificates WHERE number = '44010626000001'"), *next);
  EXPECT_EQ(value("SELECT predecessor FROM certificates WHERE number = '44010626000002'"), number);
  EXPECT_EQ(value("SELECT name FROM certificates WHERE number = '44010626000002'"), "陈嘉明");
  EXPECT_EQ(value("SELECT name FROM certificates WHERE number = '44010626000001'"), "陈家明");
  EXPECT_EQ(value("SELECT certificate FROM yearly_standings WHERE professional = 1"), *next);
  EXPECT_EQ(year(2026).certificate.number, *next) << "what the kiosk shows";
  EXPECT_THAT(describe(correct(number).failure()), HasSubstr("此前已作废"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'certificate_corrected'"), "1");
}

TEST_F(Revoking, ACorrectionThatCannotIssueAnewChangesNothing) {
  write("UPDATE learning_records SET review = 'rejected' WHERE professional = 1 AND subject = 'elective'");
  auto const refused = correct(number);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("ELECTIVE_SHORT"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates WHERE revoked_ms IS NULL"), "1");
  EXPECT_EQ(value("SELECT last_sequence FROM number_counters"), "1");
}

TEST_F(Revoking, WhoHasMovedIsCorrectedElsewhere) {
  write("UPDATE professionals SET region = '440104' WHERE id = 1");
  auto const refused = correct(number);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("广州市越秀区"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates WHERE revoked_ms IS NULL"), "1");
}

}  // namespace
}  // namespace ce::test
