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
  EXPECT_EQ(visit.stage<VerifyResult>().answer.year, 2025);
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

TEST(Verifying, ALateAnswerIsDropped) {
  Visit visit = asking();
  auto const asked = visit.state.visit;
  visit.when(Exit{});
  EXPECT_TRUE(visit.late(asked, Verified{}).at<Home>());
}

}  // namespace
}  // namespace ce::session
