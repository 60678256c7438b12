// What the look-up answers, and where it leads.
#include "visit.h"

namespace ce::session {
namespace {

Visit by_password() {
  Visit visit;
  visit.when(UseIdNumber{}).keys(standard_number).when(Confirm{}).keys("246810").when(Confirm{});
  return visit;
}

TEST(Finding, TheNewestYearIsShownFirst) {
  Visit visit;
  visit.with_card().found();
  EXPECT_EQ(visit.stage<Progress>().year, 2026);
  EXPECT_FALSE(visit.state.visitor->from_cache);
}

TEST(Finding, WhatCameFromTheCacheIsMarked) {
  Visit visit;
  visit.with_card().found(true);
  EXPECT_TRUE(visit.state.visitor->from_cache);
}

TEST(Finding, SomebodyWithoutAnyYearSeesTheCurrentOne) {
  Visit visit;
  protocol::PersonYears none;
  visit.with_card().answer(PersonFound{none, false});
  EXPECT_EQ(visit.stage<Progress>().year, 2026);
}

TEST(Finding, EveryRetryableFailureCanBeRetriedWithTheCard) {
  for (auto code : all_failure_codes) {
    Visit visit;
    visit.with_card().answer(PersonNotFound{code});
    ASSERT_TRUE(visit.at<Fault>()) << name_of(code);
    EXPECT_EQ(visit.stage<Fault>().may_retry(), is_retryable(code)) << name_of(code);
    visit.when(Retry{});
    EXPECT_EQ(visit.at<Searching>(), is_retryable(code)) << name_of(code);
    EXPECT_EQ(visit.asked<FindPerson>(), is_retryable(code) ? 1 : 0) << name_of(code);
  }
}

TEST(Finding, AWrongPasswordIsAskedForAgainBesideTheNumber) {
  auto visit = by_password();
  visit.answer(PersonNotFound{FailureCode::credential_refused});
  ASSERT_TRUE(visit.at<NumberEntry>());
  EXPECT_EQ(visit.stage<NumberEntry>().field, EntryField::password);
  EXPECT_EQ(visit.stage<NumberEntry>().complaint, FailureCode::credential_refused);
  EXPECT_EQ(visit.stage<NumberEntry>().id_number.reveal(), standard_number);
  EXPECT_TRUE(visit.stage<NumberEntry>().password.reveal().empty());
  EXPECT_FALSE(visit.state.visitor);
}

TEST(Finding, WithoutACardARetryAsksForThePasswordOnceMore) {
  auto visit = by_password();
  visit.answer(PersonNotFound{FailureCode::central_unreachable});
  ASSERT_TRUE(visit.at<Fault>());
  EXPECT_FALSE(visit.state.visitor);
  visit.when(Retry{});
  EXPECT_EQ(visit.stage<NumberEntry>().field, EntryField::password);
  EXPECT_EQ(visit.stage<NumberEntry>().id_number.reveal(), standard_number);
}

TEST(Finding, ALockedPasswordHasNoRetry) {
  auto visit = by_password();
  visit.answer(PersonNotFound{FailureCode::credential_locked});
  EXPECT_FALSE(visit.stage<Fault>().may_retry());
  EXPECT_TRUE(visit.when(Exit{}).at<Home>());
}

TEST(Finding, ALateAnswerNeverReachesTheNextVisitor) {
  Visit visit;
  visit.with_card();
  auto const first = visit.state.visit;
  visit.when(Exit{}).answer(CardLifted{}).with_card();
  ASSERT_TRUE(visit.at<Searching>());
  visit.late(first, PersonFound{some_years(), false});
  EXPECT_TRUE(visit.at<Searching>());
  EXPECT_FALSE(visit.state.visitor->years);
  visit.late(first, PersonNotFound{FailureCode::person_unknown});
  EXPECT_TRUE(visit.at<Searching>());
}

TEST(Finding, AnAnswerNobodyWaitsForIsDropped) {
  Visit visit;
  visit.found();
  EXPECT_TRUE(visit.at<Home>());
  EXPECT_FALSE(visit.state.visitor);
}

}  // namespace
}  // namespace ce::session
