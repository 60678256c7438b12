// Anybody may ask whether a certificate is valid.
#include "visit.h"

namespace ce::session {
namespace {

Visit asking() {
  Visit visit;
  visit.when(VerifyCertificate{}).keys("44010625000001").when(Confirm{});
  return visit;
}

TEST(Verifying, FourteenDigitsAreAsked) {
  Visit visit = asking();
  EXPECT_TRUE(visit.at<Verifying>());
  ASSERT_EQ(visit.asked<AskVerification>(), 1);
  EXPECT_EQ(std::get<AskVerification>(visit.effects.front()).number, "44010625000001");
}

TEST(Verifying, AShortNumberIsNot) {
  Visit visit;
  visit.when(VerifyCertificate{}).keys("4401").when(Confirm{});
  EXPECT_EQ(visit.stage<VerifyEntry>().complaint, FailureCode::certificate_number_invalid);
  EXPECT_TRUE(visit.effects.empty());
}

TEST(Verifying, TheAnswerIsShownAndAnotherMayBeAsked) {
  Visit visit = asking();
  protocol::Verification answer;
  answer.number = "44010625000001";
  answer.year = 2025;
  visit.answer(Verified{answer});
  EXPECT_EQ(std::get<protocol::Verification>(visit.stage<VerifyResult>().answer).year, 2025);
  EXPECT_TRUE(visit.when(VerifyCertificate{}).stage<VerifyEntry>().number.empty());
}

TEST(Verifying, ANumberThatCannotBeKeepsItsDigitsForCorrection) {
  Visit visit = asking();
  visit.answer(VerifyFailed{FailureCode::certificate_number_invalid});
  EXPECT_EQ(visit.stage<VerifyEntry>().number, "44010625000001");
  EXPECT_TRUE(visit.stage<VerifyEntry>().complaint);
}

TEST(Verifying, AfterAFailureTheNumberNeedNotBeTypedAgain) {
  Visit visit = asking();
  visit.answer(VerifyFailed{FailureCode::central_unreachable});
  ASSERT_TRUE(visit.stage<Fault>().may_retry());
  EXPECT_EQ(visit.when(Retry{}).stage<VerifyEntry>().number, "44010625000001");
}

TEST(Verifying, ACodeIsExaminedFromTheHomeScreenAndFromBothOthers) {
  for (auto const& stage : {Stage{Home{}}, Stage{VerifyEntry{}}, Stage{VerifyResult{}}}) {
    Visit visit;
    visit.state.stage = stage;
    visit.when(CodeScanned{"https://jxjy.example.gov.cn/v/AEUA"});
    EXPECT_TRUE(visit.at<Verifying>());
    ASSERT_EQ(visit.asked<ExamineToken>(), 1);
    EXPECT_EQ(std::get<ExamineToken>(visit.effects.front()).scanned, "https://jxjy.example.gov.cn/v/AEUA");
    TokenAnswer answer;
    answer.examination.fault = token::Fault::key_expired;
    visit.answer(TokenExamined{answer});
    EXPECT_EQ(std::get<TokenAnswer>(visit.stage<VerifyResult>().answer).examination.fault,
              token::Fault::key_expired);
  }
}

TEST(Verifying, ACodeOfBeforeTokensIsAskedByItsNumber) {
  for (auto const* code : {"44010625000001", "https://jxjy.example.gov.cn/v/44010625000001"}) {
    Visit visit;
    visit.when(CodeScanned{code});
    ASSERT_EQ(visit.asked<AskVerification>(), 1) << code;
    EXPECT_EQ(visit.stage<Verifying>().number, "44010625000001");
  }
}

TEST(Verifying, ACodeDuringAVisitIsNobodys) {
  for (auto const& stage : {Stage{NumberEntry{}}, Stage{Searching{}}, Stage{Printing{}}, Stage{Fault{}}}) {
    Visit visit;
    visit.state.stage = stage;
    visit.when(CodeScanned{"AEUA"});
    EXPECT_TRUE(visit.effects.empty());
    EXPECT_EQ(visit.state.stage.index(), stage.index());
  }
}

TEST(Verifying, AStaffCardIsACodeOfNothingHereAndOpensNoArea) {
  auto const scanned = "CESC1" + std::string(40, 'A');
  for (auto const& stage : {Stage{Home{}}, Stage{VerifyEntry{}}, Stage{VerifyResult{}}}) {
    Visit visit;
    visit.state.stage = stage;
    visit.when(CodeScanned{scanned});
    EXPECT_TRUE(visit.at<Verifying>());
    EXPECT_EQ(visit.asked<ExamineToken>(), 1)
        << "examined as any code, whose answer is that it is none of ours";
    EXPECT_EQ(visit.asked<FindPerson>(), 0);
    EXPECT_FALSE(visit.state.staff_here);
  }
  Visit visit;
  visit.with_card().found().when(CodeScanned{scanned});
  EXPECT_TRUE(visit.at<Progress>());
  EXPECT_TRUE(visit.effects.empty());
}

TEST(Verifying, ALateAnswerIsDropped) {
  Visit visit = asking();
  auto const asked = visit.state.visit;
  visit.when(Exit{});
  EXPECT_TRUE(visit.late(asked, Verified{}).at<Home>());
}

}  // namespace
}  // namespace ce::session
