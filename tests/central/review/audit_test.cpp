#include <gmock/gmock.h>

#include "central/audit/list.h"
#include "central/audit/verify.h"
#include "central/registration/import.h"
#include "central/review/fixture.h"
#include "central/store/digest.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

struct Audited : ReviewTest {
  std::vector<audit::Entry> entries() const {
    std::vector<audit::Entry> all;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(all, audit::list(database, {}));
      CE_TRY(auto const verified, audit::verify(database, {}));
      EXPECT_TRUE(verified.findings.empty());
      return {};
    }));
    return all;
  }
  audit::Entry last() const { return entries().front(); }
};

TEST_F(Audited, EveryStepLeavesAnEntryAndARefusedOneNone) {
  EXPECT_EQ(last().action, "record_registered");
  EXPECT_EQ(last().actor, institution.account);
  EXPECT_EQ(last().scope, institution.region);
  now.ms += 1000;
  ASSERT_TRUE(decide(employer, 1));
  auto const step = last();
  EXPECT_EQ(step.action, "review_step_taken");
  EXPECT_EQ(step.subject, std::to_string(record));
  EXPECT_EQ(step.scope, "440106");
  EXPECT_THAT(step.detail, HasSubstr(R"("decision":"approve")"));
  EXPECT_FALSE(decide(employer, 2));
  EXPECT_TRUE(decide(employer, 1)->repeated);
  EXPECT_EQ(entries().size(), 2U);
}

TEST_F(Audited, AReturnAndAResubmissionDo) {
  now.ms += 1000;
  ASSERT_TRUE(decide(employer, 1, Decision::return_for_correction, "学员陈家明的证明不全"));
  EXPECT_EQ(last().detail.find("陈家明"), std::string::npos) << "what people type stays with the record";
  now.ms += 1000;
  ASSERT_TRUE(review::resubmit(store, person, record, 2, {}, now));
  EXPECT_EQ(last().action, "record_resubmitted");
  EXPECT_EQ(last().party, "person");
}

TEST_F(Audited, ABatchLeavesOneThatItsStepsCanBeHeldAgainst) {
  auto const other = add("绿色建筑");
  now.ms += 1000;
  std::vector<review::Judgement> const batch{{record, 1, Decision::approve, {}},
                                             {999, 1, Decision::approve, {}},
                                             {other, 1, Decision::reject, "内容不符"}};
  ASSERT_TRUE(review::take_steps(store, employer, batch, now));
  auto const entry = last();
  EXPECT_EQ(entry.action, "review_batch_taken");
  EXPECT_EQ(entry.subject_kind + ' ' + entry.subject,
            "records " + std::to_string(record) + ' ' + std::to_string(other));
  auto const steps = std::to_string(record) + " 2 approve\n" + std::to_string(other) + " 2 reject\n";
  EXPECT_EQ(entry.detail, R"({"taken":2,"refused":1,"steps":")" + store::sha256_hex(steps) + "\"}");
  auto const before = entries().size();
  ASSERT_TRUE(review::take_steps(store, employer, batch, now));
  EXPECT_EQ(entries().size(), before) << "the same again changes nothing";
}

TEST_F(Audited, AFileLeavesOneWithItsCounts) {
  std::string const file = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,学时,考核结果\n" +
                           id_number.reveal() +
                           ",陈家明,专业科目,培训,课程甲,2026-03-02,2026-03-03,6,合格\n" + number_of(77) +
                           ",生人,专业科目,培训,课程甲,2026-03-02,2026-03-03,6,合格\n";
  now.ms += 1000;
  ASSERT_TRUE(registration::import_file(store, institution, file, {}, now));
  EXPECT_EQ(last().action, "file_imported");
  EXPECT_EQ(last().subject, store::sha256_hex(file));
  EXPECT_THAT(last().detail, HasSubstr(R"("registered":1,"repeated":0,"refused":1)"));
  auto const before = entries().size();
  ASSERT_TRUE(registration::import_file(store, institution, file, {}, now));
  EXPECT_EQ(entries().size(), before);
}

}  // namespace
}  // namespace ce::test
