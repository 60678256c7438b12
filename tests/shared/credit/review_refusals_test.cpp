#include <gtest/gtest.h>

#include "shared/credit/review.h"
#include "shared/credit/roles.h"

// Every way in which article 13 says no, one step before it says yes.
namespace ce::credit {
namespace {

ReviewSubject subject_of(Route route = Route::employed) {
  return {Subject::professional, Activity::training, route, "440106", "zhang"};
}

ReviewStep act(Party party, std::string actor, Decision decision = Decision::approve) {
  return {party, decision, Level::county, "440106", std::move(actor)};
}

struct Refusals : ::testing::Test {
  RulePack pack;
  ReviewSubject subject = subject_of();
  ReviewProgress progress = begin_review(subject, pack);

  std::optional<ReviewError> take(ReviewStep const& one) { return advance(progress, one, subject, pack); }
  void recognised() {
    ASSERT_EQ(take(act(Party::employer, "a")), std::nullopt);
    ASSERT_EQ(take(act(Party::industry_authority, "b")), std::nullopt);
  }
};

TEST_F(Refusals, WhatIsRejectedIsFinal) {
  ASSERT_EQ(take(act(Party::employer, "a", Decision::reject)), std::nullopt);
  EXPECT_EQ(progress.state, ReviewState::rejected);
  EXPECT_EQ(take(act(Party::industry_authority, "b")), ReviewError::already_final);
  EXPECT_EQ(take(act(Party::person, "zhang", Decision::resubmit)), ReviewError::already_final);
}

TEST_F(Refusals, WhatIsApprovedIsFinal) {
  recognised();
  ASSERT_EQ(take(act(Party::hrss, "c")), std::nullopt);
  EXPECT_EQ(take(act(Party::hrss, "d")), ReviewError::already_final);
}

TEST_F(Refusals, WhoRegisteredResubmitsToo) {
  subject.registrar = Party::institution;
  ASSERT_EQ(take(act(Party::employer, "a", Decision::return_for_correction)), std::nullopt);
  EXPECT_EQ(take(act(Party::employer, "a", Decision::resubmit)), ReviewError::wrong_role);
  EXPECT_EQ(take(act(Party::institution, "base", Decision::resubmit)), std::nullopt);
  EXPECT_EQ(progress.state, ReviewState::pending_employer);
}

TEST_F(Refusals, OnlyThePersonResubmitsAndOnlyWhatWasReturned) {
  EXPECT_EQ(take(act(Party::person, "zhang", Decision::resubmit)), ReviewError::wrong_step);
  ASSERT_EQ(take(act(Party::employer, "a", Decision::return_for_correction)), std::nullopt);
  EXPECT_EQ(take(act(Party::employer, "a", Decision::resubmit)), ReviewError::wrong_role);
  EXPECT_EQ(take(act(Party::person, "zhang", Decision::resubmit)), std::nullopt);
  EXPECT_EQ(progress.state, ReviewState::pending_employer);
}

TEST_F(Refusals, ATownshipRechecksNothingAndAnotherLevelNeither) {
  recognised();
  ReviewStep recheck = act(Party::hrss, "c");
  recheck.level = Level::township;
  EXPECT_EQ(take(recheck), ReviewError::level_forbidden);
  recheck.level = Level::city;
  recheck.region = "440100";
  EXPECT_EQ(take(recheck), ReviewError::level_forbidden) << "the county's authority recognised it";
}

TEST_F(Refusals, WithoutARecognitionAnyLevelFromTheCountyUp) {
  subject.subject = Subject::public_subject;
  progress = begin_review(subject, pack);
  ASSERT_EQ(take(act(Party::employer, "a")), std::nullopt);
  ReviewStep recognises = act(Party::hrss, "c");
  recognises.level = Level::province;
  recognises.region = "440000";
  EXPECT_EQ(take(recognises), std::nullopt);
}

TEST_F(Refusals, AnotherRegionHasNoSay) {
  ASSERT_EQ(take(act(Party::employer, "a")), std::nullopt);
  ReviewStep stranger = act(Party::industry_authority, "b");
  for (std::string const region : {"440304", "440300"}) {
    stranger.region = region;
    EXPECT_EQ(take(stranger), ReviewError::region_forbidden) << region;
  }
  stranger.region = "440100";
  EXPECT_EQ(take(stranger), std::nullopt) << "the city of that county";
}

TEST_F(Refusals, OneAccountTakesOneStep) {
  ASSERT_EQ(take(act(Party::employer, "a")), std::nullopt);
  EXPECT_EQ(take(act(Party::industry_authority, "a")), ReviewError::same_actor);
}

TEST_F(Refusals, NobodyReviewsTheirOwnButAnUnknownPersonIsNobody) {
  EXPECT_EQ(take(act(Party::employer, "zhang")), ReviewError::self_review);
  subject.person.clear();
  EXPECT_EQ(take(act(Party::employer, "")), std::nullopt);
}

TEST_F(Refusals, AnAgencyOfAnotherRegionHasNoSayOverAHostedFile) {
  subject = subject_of(Route::hosted);
  progress = begin_review(subject, pack);
  EXPECT_EQ(progress.state, ReviewState::pending_agency);
  ReviewStep agency = act(Party::talent_agency, "a");
  agency.region = "440304";
  EXPECT_EQ(take(agency), ReviewError::region_forbidden);
}

TEST(DutyIn, AnEmptyChainKnowsOnlyAFirstReview) {
  EXPECT_EQ(duty_in({}, Party::employer), Duty::first_review);
}

TEST(Codes, AreThoseOfTheRules) {
  EXPECT_EQ(code_of(ReviewState::pending_agency), "PENDING_AGENCY");
  EXPECT_EQ(code_of(ReviewError::region_forbidden), "REGION_FORBIDDEN");
}

}  // namespace
}  // namespace ce::credit
