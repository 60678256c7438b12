// The whole way from central's store to a kiosk's sealed caches, by the real ce-central.
#include <algorithm>

#include "hall.h"
#include "kiosk/sync/delta_keeper.h"

namespace ce::test {
namespace {

using protocol::CachePolicy;

constexpr std::int64_t first = 100;
constexpr std::int64_t of_fixture = 3;  // its person, with two certificates

struct Delta : testing::Test {
  Hall hall;
  cache::SealBook seals = cache::SealBook::open(hall.directory / "seals.db", hall.logger).value();

  /// The county's; 1,100 are three pages.
  std::int64_t fill(std::int64_t people) {
    hall.add_people(first, people);
    return people + of_fixture;
  }
  bool knows(std::string const& id_number) { return hall.region().find(SecretText{id_number}).ok(); }
  std::size_t log_count(std::string_view text) const {
    auto const log = hall.log_text();
    std::size_t count = 0;
    for (auto at = log.find(text); at != std::string::npos; at = log.find(text, at + 1)) ++count;
    return count;
  }
  protocol::PersonQuery card() const { return {SecretText{tests::person_id}, protocol::ByCard{}}; }
};

TEST_F(Delta, CutAtEveryPageItGoesOnWhereItStopped) {
  auto const whole = fill(1100);
  for (bool lost : {false, true}) {
    for (int at = 0; at < 3; ++at) {
      hall.admin("kiosk settings --id GZ-TH-01 --cache region");
      ASSERT_TRUE(hall.region().empty());
      hall.line.asked.clear();
      (lost ? hall.line.cut_after : hall.line.cut_before) = at;
      EXPECT_EQ(hall.pull().failure().code, FailureCode::central_unreachable);
      hall.restart();
      EXPECT_FALSE(knows(Hall::id_of(first))) << "a snapshot is served when it is whole";
      ASSERT_TRUE(hall.pull());
      EXPECT_EQ(hall.region().count().value(), whole) << at << lost;
      auto const& asked = hall.line.asked;
      ASSERT_EQ(asked.size(), 4U) << "three pages, one of them twice";
      EXPECT_EQ(asked[static_cast<std::size_t>(at)], asked[static_cast<std::size_t>(at) + 1]);
      hall.line.cut_before = hall.line.cut_after = -1;
    }
  }
  EXPECT_EQ(log_count("nothing is kept yet"), 6U) << "from the start only when emptied, and it says so";
  auto const found = hall.region().find(SecretText{tests::person_id}).value();
  EXPECT_EQ(found.years[0].certificate.number, tests::certificate_number);
  EXPECT_EQ(found.years[1].certificate.state, protocol::CertificateState::revoked);
  auto const learner = hall.region().find(SecretText{Hall::id_of(first + 7)}).value();
  EXPECT_EQ(learner.years.at(0).public_subject.done.count, 2700);
}

TEST_F(Delta, WhatChangesLaterIsAllThatIsFetched) {
  auto const whole = fill(5);
  ASSERT_TRUE(hall.pull());
  hall.touch_people(first, 3);
  hall.line.asked.clear();
  ASSERT_TRUE(hall.pull());
  EXPECT_EQ(hall.line.asked.size(), 1U);
  EXPECT_EQ(hall.region().count().value(), whole);
}

TEST_F(Delta, AnotherEpochFillsANewCopyWhileTheOldOneServes) {
  auto const whole = fill(1100);
  ASSERT_TRUE(hall.pull());
  hall.begin_epoch();
  hall.line.cut_before = static_cast<int>(hall.line.asked.size()) + 2;  // the refused one, a page, then cut
  EXPECT_FALSE(hall.pull());
  EXPECT_TRUE(knows(Hall::id_of(first)));
  EXPECT_EQ(log_count("another epoch"), 1U);
  ASSERT_TRUE(hall.pull());
  EXPECT_EQ(hall.region().count().value(), whole);
  EXPECT_EQ(log_count("another epoch"), 1U) << "it went on, and did not begin again";
}

TEST_F(Delta, WhereThePolicyIsLessTheRegionIsGoneWithTheNextDelta) {
  fill(5);
  ASSERT_TRUE(hall.pull());
  EXPECT_TRUE(knows(tests::person_id));
  hall.admin("kiosk settings --id GZ-TH-01 --cache seen");
  ASSERT_TRUE(hall.pull());
  EXPECT_EQ(hall.region().count().value(), 0);
  hall.admin("kiosk settings --id GZ-TH-01 --cache region");
  ASSERT_TRUE(hall.pull());
  EXPECT_TRUE(knows(tests::person_id));
  ASSERT_TRUE(hall.pull(false)) << "the kiosk's own configuration is stricter";
  EXPECT_EQ(hall.region().count().value(), 0);
}

TEST_F(Delta, ARegionBeyondTheLimitIsToldOnceAndNotFetchedAgainUntilTheLimitIsAnother) {
  auto const whole = fill(1100);
  sync::KeyShelf shelf{hall.directory / "shelf.json", hall.clock, hall.logger};
  std::vector<std::int64_t> told;
  auto keeper_with = [&](std::int64_t limit) {
    cache::Limits limits;
    limits.region_bytes = limit;
    return sync::DeltaKeeper::Parts{.central = &hall.line,
                                    .shelf = &shelf,
                                    .seen = &hall.seen(),
                                    .region = &hall.region(),
                                    .seals = &seals,
                                    .logger = &hall.logger,
                                    .cache_key = hall.key(),
                                    .own_limits = limits,
                                    .own_policy = CachePolicy::region,
                                    .every = std::chrono::milliseconds{1},
                                    .first_pause = std::chrono::milliseconds{30'000},
                                    .longest_pause = sync::list_is_due_after,
                                    .give_up = [] {},
                                    .region_full = [&](std::int64_t bytes) { told.push_back(bytes); },
                                    .news = [] {}};
  };
  ASSERT_TRUE(hall.seen().remember(card(), hall.client->find_person(card()).value()));
  sync::DeltaKeeper keeper{keeper_with(100'000)};
  keeper.round(hall.now);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_LT(told[0], 110'000);
  auto const kept = hall.region().count().value();
  EXPECT_GT(kept, 0);
  EXPECT_LT(kept, whole);
  EXPECT_TRUE(hall.seen().find(card())) << "who was seen here stays";
  hall.touch_people(first, 3);
  keeper.round({hall.now.ms + 1000});
  EXPECT_EQ(told.size(), 1U);
  EXPECT_EQ(log_count("delta_restarted"), 2U) << "proofs and people, once each";
  sync::DeltaKeeper larger{keeper_with(100'000'000)};
  larger.round({hall.now.ms + 2000});
  EXPECT_EQ(hall.region().count().value(), whole);
  EXPECT_EQ(log_count("size limit"), 1U);
  sync::DeltaKeeper smaller{keeper_with(50'000)};
  smaller.round({hall.now.ms + 3000});
  EXPECT_EQ(told.size(), 2U);
  EXPECT_LT(hall.region().place()->bytes, 60'000);
  smaller.round({hall.now.ms + 4000});
  EXPECT_EQ(log_count("size limit"), 2U);
}

TEST_F(Delta, WhoAskedToBeForgottenIsGoneFromBothCaches) {
  fill(5);
  ASSERT_TRUE(hall.pull());
  ASSERT_TRUE(hall.seen().remember(card(), hall.client->find_person(card()).value()));
  hall.admin("person forget", std::string{tests::person_id} + "\n");
  EXPECT_EQ(hall.client->find_person(card()).failure().code, FailureCode::person_unknown);
  ASSERT_TRUE(hall.pull());
  EXPECT_EQ(hall.seen().find(card()).failure().code, FailureCode::not_cached);
  EXPECT_FALSE(knows(tests::person_id));
  EXPECT_TRUE(knows(Hall::id_of(first)));
  hall.admin("person recall", std::string{tests::person_id} + "\n");
  ASSERT_TRUE(hall.pull());
  EXPECT_TRUE(knows(tests::person_id));
  EXPECT_TRUE(hall.client->find_person(card()));
}

// The audit's case: kiosk.toml was made stricter, and the network was away at the next start and long after.
TEST_F(Delta, WhereTheOwnPolicyIsStricterTheRegionIsGoneAtTheStartWithoutNetwork) {
  fill(5);
  sync::KeyShelf shelf{hall.directory / "shelf.json", hall.clock, hall.logger};
  auto const start_with = [&](CachePolicy own) {
    sync::DeltaKeeper keeper{{.central = &hall.line,
                              .shelf = &shelf,
                              .seen = &hall.seen(),
                              .region = &hall.region(),
                              .seals = &seals,
                              .logger = &hall.logger,
                              .cache_key = hall.key(),
                              .own_limits = {},
                              .own_policy = own,
                              .every = sync::list_is_due_after,
                              .first_pause = std::chrono::milliseconds{30'000},
                              .longest_pause = sync::list_is_due_after,
                              .give_up = [] {},
                              .region_full = [](std::int64_t) {},
                              .news = [] {}}};
    keeper.start();
    return hall.region().count().value();
  };
  for (auto const stricter : {CachePolicy::seen, CachePolicy::nobody}) {
    ASSERT_TRUE(hall.pull());
    EXPECT_GT(start_with(CachePolicy::region), 0) << "nothing was told yet: what it has, it keeps";
    EXPECT_EQ(start_with(stricter), 0);
    EXPECT_FALSE(knows(tests::person_id));
  }
  ASSERT_TRUE(hall.pull(false));
  auto const cursor = hall.region().place()->cursor;
  start_with(CachePolicy::seen);
  EXPECT_EQ(hall.region().place()->cursor, cursor) << "nobody is held: who is forgotten is read on from here";
  // What central set counts as well, as it was kept.
  ASSERT_TRUE(hall.pull());
  hall.admin("kiosk settings --id GZ-TH-01 --cache seen");
  ASSERT_TRUE(shelf.refresh(hall.line));
  EXPECT_EQ(start_with(CachePolicy::region), 0);
}

// It came with every heartbeat, and after "429, Retry-After" as well.
TEST_F(Delta, AfterAFailureCentralIsLeftAloneForTheDeltasOwnPauseOrWhatItAsksFor) {
  sync::KeyShelf shelf{hall.directory / "shelf.json", hall.clock, hall.logger};
  auto const asked_after = [&](std::chrono::milliseconds pause, std::chrono::seconds patience) {
    sync::DeltaKeeper keeper{{.central = &hall.line,
                              .shelf = &shelf,
                              .seen = &hall.seen(),
                              .region = &hall.region(),
                              .seals = &seals,
                              .logger = &hall.logger,
                              .cache_key = hall.key(),
                              .own_limits = {},
                              .own_policy = CachePolicy::region,
                              .every = std::chrono::milliseconds{1},
                              .first_pause = pause,
                              .longest_pause = pause,
                              .give_up = [] {},
                              .region_full = [](std::int64_t) {},
                              .news = [] {}}};
    hall.line.asked.clear();
    hall.line.cut_before = 0;
    hall.line.patience = patience;
    keeper.round(hall.now);
    hall.line.cut_before = -1;
    keeper.round({hall.now.ms + 600'000});
    return hall.line.asked.size();
  };
  EXPECT_EQ(asked_after(std::chrono::minutes{1}, std::chrono::seconds{0}), 1U);
  EXPECT_EQ(asked_after(std::chrono::milliseconds{0}, std::chrono::seconds{60}), 1U);
  EXPECT_GT(asked_after(std::chrono::milliseconds{0}, std::chrono::seconds{0}), 1U) << "the pause is over";
}

TEST_F(Delta, WhatCentralSetsIsTakenAndTheStricterHolds) {
  fill(5);
  sync::KeyShelf shelf{hall.directory / "shelf.json", hall.clock, hall.logger};
  int news = 0;
  sync::DeltaKeeper keeper{{.central = &hall.line,
                            .shelf = &shelf,
                            .seen = &hall.seen(),
                            .region = &hall.region(),
                            .seals = &seals,
                            .logger = &hall.logger,
                            .cache_key = hall.key(),
                            .own_limits = {},
                            .own_policy = CachePolicy::region,
                            .every = sync::list_is_due_after,
                            .first_pause = std::chrono::milliseconds{30'000},
                            .longest_pause = sync::list_is_due_after,
                            .give_up = [] {},
                            .region_full = [](std::int64_t) {},
                            .news = [&] { ++news; }}};
  ASSERT_TRUE(hall.seen().remember(card(), hall.client->find_person(card()).value()));
  keeper.round(hall.now);
  EXPECT_EQ(news, 1);
  EXPECT_EQ(shelf.words("zh"), read_all(CE_SOURCE_DIR "/assets/strings/zh.toml"));
  EXPECT_TRUE(hall.seen().find(card()));
  hall.admin("kiosk settings --id GZ-TH-01 --cache nobody --idle-seconds 90");
  keeper.round({hall.now.ms + 1000});
  EXPECT_EQ(news, 1) << "not due yet";
  keeper.round({hall.now.ms + 600'000});
  EXPECT_EQ(news, 2);
  EXPECT_EQ(shelf.config()->idle_seconds, 90);
  EXPECT_FALSE(hall.seen().find(card()));
  ASSERT_TRUE(hall.seen().remember(card(), hall.client->find_person(card()).value()));
  EXPECT_EQ(hall.seen().count().value(), 0);
  EXPECT_EQ(hall.region().count().value(), 0);
  hall.admin("kiosk settings --id GZ-TH-02 --cache region");
  keeper.round({hall.now.ms + 1'200'000});
  EXPECT_EQ(shelf.config()->cache, CachePolicy::nobody) << "another kiosk's is not told to it";
}

}  // namespace
}  // namespace ce::test
