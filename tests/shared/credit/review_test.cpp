#include "shared/credit/review.h"

#include <gmock/gmock.h>

#include "shared/credit/roles.h"

namespace ce::credit {
namespace {

using ::testing::ElementsAre;

ReviewSubject const employed{Subject::professional, Activity::training, Route::employed, "440106", "zhang"};

ReviewStep step(Party party, std::string actor) {
  return {party, Decision::approve, Level::county, "440106", std::move(actor)};
}

TEST(Chain, FollowsArticle13) {
  using enum Party;
  RulePack pack;
  EXPECT_THAT(pack.chain_of(Subject::elective, Route::employed), ElementsAre(employer));
  EXPECT_THAT(pack.chain_of(Subject::public_subject, Route::employed), ElementsAre(employer, hrss));
  EXPECT_THAT(pack.chain_of(Subject::professional, Route::provincial_unit),
              ElementsAre(employer, industry_authority, hrss));
  EXPECT_THAT(pack.chain_of(Subject::professional, Route::hosted),
              ElementsAre(talent_agency, industry_authority, hrss));
  pack.switches.hosted_review = HostedReview::in_addition;
  EXPECT_THAT(pack.chain_of(Subject::elective, Route::hosted), ElementsAre(employer, talent_agency));
}

TEST(Chain, IsWalkedToTheEnd) {
  RulePack const pack;
  auto progress = begin_review(employed, pack);
  EXPECT_EQ(progress.state, ReviewState::pending_employer);
  EXPECT_EQ(advance(progress, step(Party::employer, "a"), employed, pack), std::nullopt);
  EXPECT_EQ(progress.state, ReviewState::pending_industry);
  EXPECT_EQ(advance(progress, step(Party::industry_authority, "b"), employed, pack), std::nullopt);
  EXPECT_EQ(advance(progress, step(Party::hrss, "c"), employed, pack), std::nullopt);
  EXPECT_EQ(progress.state, ReviewState::approved);
  EXPECT_EQ(progress.taken.size(), 3U);
}

TEST(Chain, LeavesProgressAloneWhenItRefuses) {
  RulePack const pack;
  auto progress = begin_review(employed, pack);
  for (auto const& [bad, error] : {std::pair{step(Party::hrss, "a"), ReviewError::wrong_step},
                                   {step(Party::talent_agency, "a"), ReviewError::wrong_role},
                                   {step(Party::employer, "zhang"), ReviewError::self_review}}) {
    EXPECT_EQ(advance(progress, bad, employed, pack), error);
    EXPECT_EQ(progress.state, ReviewState::pending_employer);
    EXPECT_TRUE(progress.taken.empty());
    EXPECT_FALSE(sentence(error).empty());
  }
}

TEST(Chain, StartsAnewAfterACorrection) {
  RulePack const pack;
  auto progress = begin_review(employed, pack);
  ReviewStep back = step(Party::employer, "a");
  back.decision = Decision::return_for_correction;
  EXPECT_EQ(advance(progress, back, employed, pack), std::nullopt);
  EXPECT_EQ(progress.state, ReviewState::returned);
  EXPECT_EQ(advance(progress, step(Party::employer, "a"), employed, pack), ReviewError::wrong_step);
  ReviewStep again = step(Party::person, "zhang");
  again.decision = Decision::resubmit;
  EXPECT_EQ(advance(progress, again, employed, pack), std::nullopt);
  EXPECT_EQ(advance(progress, step(Party::employer, "a"), employed, pack), std::nullopt)
      << "the account may take its step of the new chain";
}

TEST(Chain, SkipsSitesThatCountByThemselves) {
  ReviewSubject online = employed;
  online.activity = Activity::online_approved;
  RulePack pack;
  EXPECT_EQ(begin_review(online, pack).state, ReviewState::pending_employer);
  pack.switches.auto_online_review = AutoOnlineReview::automatic;
  EXPECT_EQ(begin_review(online, pack).state, ReviewState::approved);
  EXPECT_EQ(begin_review(employed, pack).state, ReviewState::pending_employer);
}

TEST(Responsibility, ReachesDownFromCityAndProvince) {
  EXPECT_TRUE(is_responsible("440106", "440106"));
  EXPECT_TRUE(is_responsible("440100", "440106"));
  EXPECT_TRUE(is_responsible("440000", "440106"));
  EXPECT_FALSE(is_responsible("440105", "440106"));
  EXPECT_FALSE(is_responsible("440300", "440106"));
  EXPECT_FALSE(is_responsible("440106", "440100"));
}

TEST(Roles, GiveEveryActivityARegistrar) {
  Duties const duties;
  for (int i = 0; i <= static_cast<int>(Activity::degree); ++i) {
    auto const activity = static_cast<Activity>(i);
    int allowed = 0;
    for (int p = 0; p <= static_cast<int>(Party::hrss); ++p) {
      allowed += may_register(static_cast<Party>(p), activity, duties).allowed ? 1 : 0;
    }
    EXPECT_EQ(allowed, activity == Activity::online_approved ? 1 : 2) << i;
    EXPECT_FALSE(may_register(Party::hrss, activity, duties).allowed);
  }
  EXPECT_EQ(may_register(Party::person, Activity::training, duties).article, "4(1)");
}

TEST(Roles, AgreeWithTheChains) {
  // Whoever the table lets review a subject stands in one of its chains, and the other way round.
  for (Subject subject : {Subject::public_subject, Subject::professional, Subject::elective}) {
    for (Party party : {Party::employer, Party::talent_agency, Party::industry_authority, Party::hrss}) {
      bool in_table = false;
      for (Assignment const& row : assignments({}, HostedReview::in_addition)) {
        in_table = in_table || (row.subject == subject && row.party == party);
      }
      auto const chain = Duties{}.chain(Route::hosted, subject, HostedReview::in_addition);
      EXPECT_EQ(in_table, std::find(chain.begin(), chain.end(), party) != chain.end());
    }
  }
}

TEST(Roles, KnowNamesAndIssuer) {
  for (int p = 0; p <= static_cast<int>(Party::hrss); ++p) {
    auto const party = static_cast<Party>(p);
    EXPECT_EQ(party_named(code_of(party)), party);
    EXPECT_FALSE(words_for(party).empty());
  }
  EXPECT_EQ(party_named("king"), std::nullopt);
  EXPECT_EQ(words_for(Duty::rechecks), "复核");
  EXPECT_EQ(issuing_region("440106", std::nullopt), "440106");
  EXPECT_EQ(issuing_region("440106", "440100"), "440100");
}

}  // namespace
}  // namespace ce::credit
