#include "cache_room.h"

namespace ce::cache {
namespace {

using protocol::CertificateState;
using test::by_card;
using test::CacheRoom;
using test::person;

TEST(Cache, GivesBackWhatWasRememberedAlsoAfterARestart) {
  CacheRoom const room;
  ASSERT_TRUE(room.open().remember(by_card(), person()).ok());
  auto const found = room.open().find(by_card());
  ASSERT_TRUE(found.ok()) << describe(found.failure());
  EXPECT_EQ(*found, person());
}

TEST(Cache, WhoWasNeverServedIsNotCached) {
  CacheRoom const room;
  EXPECT_EQ(room.open().find(by_card()).failure().code, FailureCode::not_cached);
}

TEST(Cache, TheLaterAnswerReplacesTheEarlier) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  auto later = person();
  later.employer = "另一单位";
  ASSERT_TRUE(cache.remember(by_card(), later).ok());
  EXPECT_EQ(cache.find(by_card()).value().employer, "另一单位");
  EXPECT_EQ(cache.count().value(), 1);
}

TEST(Cache, ForgettingTakesThePersonOut) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  ASSERT_TRUE(cache.forget(SecretText{test::example_id}).ok());
  EXPECT_EQ(cache.find(by_card()).failure().code, FailureCode::not_cached);
  EXPECT_EQ(cache.count().value(), 0);
}

TEST(Cache, WhoWasForgottenIsNeitherInTheFileNorInItsLog) {
  CacheRoom const room;
  auto cache = room.open();
  auto known = person();
  known.person = "p-7";
  for (bool const by_number : {true, false}) {
    ASSERT_TRUE(cache.remember(by_card(), known));
    auto const body = test::sealed_in(room.file, "SELECT body FROM person");
    ASSERT_TRUE(test::lies_in(room.file, body));
    ASSERT_TRUE(by_number ? cache.forget(SecretText{test::example_id}) : cache.forget_person("p-7"));
    EXPECT_FALSE(test::lies_in(room.file, body)) << by_number;
  }
}

TEST(Cache, OldAnswersAreNeitherServedNorKept) {
  CacheRoom room;
  room.limits.days = 3;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  room.clock.at.ms += 3 * 86'400'000LL;
  EXPECT_TRUE(cache.find(by_card()).ok());
  room.clock.at.ms += 1;
  EXPECT_EQ(cache.find(by_card()).failure().code, FailureCode::not_cached);
  ASSERT_TRUE(cache.prune().ok());
  EXPECT_EQ(cache.count().value(), 0);
}

TEST(Cache, TheOldestGoFirstBeyondTheLimit) {
  CacheRoom room;
  room.limits.people = 2;
  auto cache = room.open();
  for (auto const* id : {"110105189912310011", "110105189912310012", "110105189912310013"}) {
    ASSERT_TRUE(cache.remember(by_card(id), person(id)).ok());
    room.clock.at.ms += 1000;
  }
  ASSERT_TRUE(cache.prune().ok());
  EXPECT_EQ(cache.count().value(), 2);
  EXPECT_FALSE(cache.find(by_card("110105189912310011")).ok());
  EXPECT_TRUE(cache.find(by_card("110105189912310013")).ok());
}

TEST(Cache, NobodyIsKeptWhereThePolicySaysSo) {
  CacheRoom room;
  room.limits.days = 0;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  EXPECT_EQ(cache.count().value(), 0);
}

TEST(Cache, APrintMadeHereShowsAtOnceAndUntilCentralKnowsIt) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  ASSERT_TRUE(cache.note_print("44010625000001").ok());
  auto state = [&] { return cache.find(by_card()).value().years[0].certificate.state; };
  EXPECT_EQ(state(), CertificateState::printed);
  EXPECT_EQ(cache.find(by_card()).value().years[0].certificate.printed_at, room.clock.at);
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());  // central has not heard of it yet
  EXPECT_EQ(state(), CertificateState::printed);

  auto known = person();
  known.years[0].certificate.state = CertificateState::printed;
  ASSERT_TRUE(cache.remember(by_card(), known).ok());
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());  // central freed it for printing again
  EXPECT_EQ(state(), CertificateState::printable);
}

TEST(Cache, APrintThatDidNotComeOutIsTakenBack) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  ASSERT_TRUE(cache.note_print("44010625000001").ok());
  ASSERT_TRUE(cache.forget_print("44010625000001").ok());
  EXPECT_EQ(cache.find(by_card()).value().years[0].certificate.state, CertificateState::printable);
}

// Central's answer was on its way while the delta told that the person is to be forgotten.
TEST(Cache, AnAnswerFromBeforeSomebodyWasForgottenIsNotKept) {
  CacheRoom const room;
  auto cache = room.open();
  auto known = person();
  known.person = "p-7";
  auto const asked_at = cache.forgets();
  ASSERT_TRUE(cache.forget_person("p-8"));
  ASSERT_TRUE(cache.remember(by_card(), known, asked_at));
  EXPECT_TRUE(cache.find(by_card())) << "that was somebody else";
  ASSERT_TRUE(cache.forget_person("p-7"));
  ASSERT_TRUE(cache.remember(by_card(), known, asked_at));
  EXPECT_FALSE(cache.find(by_card()));
  ASSERT_TRUE(cache.remember(by_card(), known, cache.forgets()));
  EXPECT_TRUE(cache.find(by_card())) << "central told of the person anew";
  auto const before = cache.forgets();
  ASSERT_TRUE(cache.forget(SecretText{test::example_id}));
  ASSERT_TRUE(cache.remember(by_card(), known, before));
  EXPECT_EQ(cache.count().value(), 0);
}

}  // namespace
}  // namespace ce::cache
