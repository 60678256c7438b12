#include "central/changes/touch.h"

#include "central/changes/epoch.h"
#include "central/changes/page.h"
#include "central/store/fixture.h"

namespace ce::test {
namespace {

using changes::Kind;
using changes::Thing;

struct Touching : StoreTest {
  void touch(std::vector<Thing> const& things) {
    ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::touch(database, things); }));
  }
  Result<changes::Page> page(std::optional<changes::Cursor> const& from = {}, int limit = 500,
                             std::string const& epoch = "e",
                             std::vector<Kind> const& kinds = {Kind::certificate, Kind::key}) const {
    std::optional<Result<changes::Page>> page;
    auto const read = store.read([&](storage::Database& database) -> Result<void> {
      page = changes::page(database, {"440100", "440199"}, epoch, from, {.limit = limit, .kinds = kinds});
      return {};
    });
    EXPECT_TRUE(read);
    return *std::move(page);
  }
  static Thing certificate(std::string id, std::string scope = "440106") {
    return {std::move(scope), Kind::certificate, std::move(id)};
  }
};

TEST_F(Touching, EachThingIsToldOnceAsItsLastChange) {
  touch({certificate("1"), certificate("2"), certificate("1")});
  touch({certificate("1")});
  auto const all = page().value();
  EXPECT_EQ(all.things, (std::vector{certificate("2"), certificate("1")}));
  EXPECT_FALSE(all.has_more);
  EXPECT_TRUE(page(all.next)->things.empty());
  touch({certificate("2")});
  EXPECT_EQ(page(all.next)->things, std::vector{certificate("2")});
}

TEST_F(Touching, PagesAreCutAndGoOnOverScopes) {
  std::vector<Thing> things;
  things.reserve(8);
  for (int i = 0; i < 7; ++i)
    things.push_back(certificate(std::to_string(i), i % 2 == 0 ? "440106" : "440103"));
  things.push_back({std::string{changes::common_scope}, Kind::key, "k"});
  things.push_back(certificate("elsewhere", "440304"));
  touch(things);
  std::vector<Thing> seen;
  std::optional<changes::Cursor> cursor;
  for (int pages = 0; pages < 10; ++pages) {
    auto const next = page(cursor, 3).value();
    EXPECT_LE(next.things.size(), 3U);
    EXPECT_EQ(next.has_more, seen.size() + next.things.size() < 8);
    seen.insert(seen.end(), next.things.begin(), next.things.end());
    cursor = next.next;
    if (!next.has_more) break;
  }
  EXPECT_EQ(seen.size(), 8U);
  EXPECT_EQ(seen.front().id, "k");
}

TEST_F(Touching, WhatIsIssuedTogetherIsARowAndToldOneByOne) {
  auto const issue = [this](std::vector<changes::Issued> const& runs) {
    ASSERT_TRUE(store.write(
        [&](storage::Database& database) { return changes::certificates_issued(database, runs); }));
  };
  touch({certificate("44010626000001"), {"440106", Kind::key, "k"}});
  issue({{"440103", "44010326000001", 1}, {"440106", "44010626000002", 4}, {"440106", "44010625000007", 1}});
  auto const at_start = page().value();
  touch({certificate("44010626000003"), certificate("44010626000002"), certificate("44010625000007")});
  issue({{"440106", "44010626000006", 2}});

  std::vector<std::string> told;
  std::optional<changes::Cursor> cursor;
  for (bool more = true; more;) {
    auto const next = page(cursor, 2).value();
    for (auto const& thing : next.things) told.push_back(thing.id);
    cursor = next.next;
    more = next.has_more;
  }
  // Each once, as its last change: those touched since are told where they were touched.
  EXPECT_EQ(told, (std::vector<std::string>{"44010326000001", "44010626000001", "k", "44010626000004",
                                            "44010626000005", "44010625000007", "44010626000002",
                                            "44010626000003", "44010626000006", "44010626000007"}));
  EXPECT_TRUE(page(cursor)->things.empty());
  EXPECT_EQ(at_start.things.size(), 8U);
  EXPECT_EQ(page(at_start.next)->things.size(), 5U) << "goes on behind them";
  EXPECT_EQ(page({}, 500, "e", {Kind::key})->things.size(), 1U);
}

TEST_F(Touching, OnlyTheKindsThatWereAskedFor) {
  touch({certificate("1"), {std::string{changes::common_scope}, Kind::key, "k"}});
  auto const keys = page({}, 500, "e", {Kind::key}).value();
  EXPECT_EQ(keys.things.size(), 1U);
  touch({certificate("2")});
  auto const next = page(keys.next, 500, "e", {Kind::key}).value();
  EXPECT_TRUE(next.things.empty());
  EXPECT_NE(next.next, keys.next);  // it need not look at those again
}

TEST_F(Touching, ATransactionThatFailsTakesItsNumbersBack) {
  touch({certificate("1")});
  auto const before = page().value();
  auto const failed = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(changes::touch(database, std::array{certificate("2")}));
    return Failure{FailureCode::input_invalid, {}};
  });
  EXPECT_FALSE(failed);
  EXPECT_TRUE(page(before.next)->things.empty());
  touch({certificate("3")});
  EXPECT_EQ(page(before.next)->things, std::vector{certificate("3")});
}

TEST_F(Touching, ACursorThatDoesNotFitMeansStartAnew) {
  touch({certificate("1")});
  auto const good = page()->next;
  EXPECT_TRUE(page(good));
  EXPECT_EQ(page(good, 500, "another epoch").failure().code, FailureCode::resync_needed);
  auto ahead = good;
  ahead.seen["440106"] += 1;  // as after a file was put back without telling
  EXPECT_EQ(page(ahead).failure().code, FailureCode::resync_needed);
  EXPECT_EQ(page(good, 500, "e", {Kind::key}).failure().code, FailureCode::resync_needed);
  auto moved = good;
  moved.region = "440300";
  EXPECT_EQ(page(moved).failure().code, FailureCode::resync_needed);
}

TEST_F(Touching, TheEpochStaysUntilANewOneIsBegun) {
  std::vector<std::string> seen;
  auto const look = [&](auto change) {
    std::optional<std::string> epoch;
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_CHECK(change(database, now));
      CE_TRY(epoch, changes::epoch(database));
      return {};
    });
    ASSERT_TRUE(done && epoch);
    seen.push_back(*epoch);
  };
  look(changes::ensure_epoch);
  look(changes::ensure_epoch);
  look(changes::begin_epoch);
  EXPECT_EQ(seen.at(0), seen.at(1));
  EXPECT_NE(seen.at(1), seen.at(2));
}

}  // namespace
}  // namespace ce::test
