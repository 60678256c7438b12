// Keys that change: rotation, systemd's credentials, the erase.
#include <sys/stat.h>

#include "kiosk/cache/erase.h"
#include "kiosk/cache/key_file.h"
#include "region_page.h"

namespace ce::cache {
namespace {

using test::by_card;
using test::by_password;
using test::example_id;
using test::person;
using test::RegionRoom;
using test::standing_of;

std::string id_of(int i) {
  return "11010518991231" + std::to_string(1000 + i);
}

struct Rotation : testing::Test {
  RegionRoom room;
  Cache cache = room.open();
  RegionCopy region = filled();

  RegionCopy filled() {
    std::vector<protocol::Change> changes;
    for (int i = 0; i < 50; ++i) {
      changes.push_back(standing_of(id_of(i), std::to_string(i)));
      EXPECT_TRUE(cache.remember(by_card(id_of(i)), person(id_of(i))));
    }
    EXPECT_TRUE(cache.remember(by_password("right"), person()));
    return room.filled(changes);
  }
  void expect_all_there() {
    for (int i = 0; i < 50; ++i) {
      EXPECT_TRUE(cache.find(by_card(id_of(i)))) << i;
      EXPECT_TRUE(region.find(SecretText{id_of(i)})) << i;
    }
    EXPECT_TRUE(cache.find(by_password("right")));
  }
  void expect_nobody_there() {
    EXPECT_FALSE(cache.find(by_card(id_of(1))));
    EXPECT_FALSE(region.find(SecretText{id_of(1)}));
  }
  [[nodiscard]] std::filesystem::path former() const { return room.key_file.string() + ".former"; }
};

TEST_F(Rotation, EveryRecordOpensAtEveryMomentAndTheFormerKeyGoes) {
  auto const old_key = test::read_all(room.key_file);
  ASSERT_TRUE(begin_rotation(room.key_file));
  EXPECT_NE(test::read_all(room.key_file), old_key);
  EXPECT_EQ(begin_rotation(room.key_file).failure().code, FailureCode::storage_busy);
  int rounds = 0;
  for (bool done = false; !done; ++rounds) {
    ASSERT_LT(rounds, 100);
    done = cache.tend_keys(7).value() && region.tend_keys(7).value();
    expect_all_there();
    if (rounds % 3 == 0) {  // a restart in the middle
      cache = room.open();
      region = room.open_region();
    }
    ASSERT_TRUE(cache.remember(by_card(id_of(3)), person(id_of(3))));
  }
  EXPECT_GT(rounds, 7);
  ASSERT_TRUE(end_rotation(room.key_file));
  EXPECT_FALSE(std::filesystem::exists(former()));
  cache = room.open();
  region = room.open_region();
  expect_all_there();
  // And the old key opens nothing.
  test::write_all(room.key_file, old_key);
  cache = room.open();
  region = room.open_region();
  expect_nobody_there();
}

TEST_F(Rotation, APowerCutBetweenTheTwoNamesLosesNothing) {
  std::filesystem::create_hard_link(room.key_file, former());  // and no new key yet
  cache = room.open();
  EXPECT_TRUE(cache.tend_keys().value());
  region = room.open_region();
  EXPECT_TRUE(region.tend_keys().value());
  ASSERT_TRUE(end_rotation(room.key_file));
  cache = room.open();
  region = room.open_region();
  expect_all_there();
}

TEST_F(Rotation, AnEraseIsCompleteWhileAKioskHasTheFilesOpen) {
  ASSERT_TRUE(erase_all(room.key_file, {room.file, room.region_file}));
  EXPECT_FALSE(std::filesystem::exists(room.key_file));
  expect_nobody_there();
  EXPECT_LT(std::filesystem::file_size(room.region_file), 40'000U);
  ASSERT_TRUE(cache.remember(by_card(), person())) << "by the key that is still in its memory";
  ASSERT_TRUE(cache.tend_keys());
  ASSERT_TRUE(region.tend_keys());
  EXPECT_FALSE(cache.find(by_card())) << "and then it is of no key that there is";
  EXPECT_EQ(region.place().value(), DeltaPlace{});
  ASSERT_TRUE(cache.remember(by_card(), person()));
  EXPECT_TRUE(cache.find(by_card()));
}

constexpr auto no_database = "no database at all, but long enough to be looked at as one by SQLite";

// A damaged cache.db ended the erase before region.db, and what was set aside stayed in any case.
TEST(Erase, GoesOnPastADamagedStoreAndTakesWhatWasSetAside) {
  RegionRoom one;
  {
    auto const seen = one.open();
    auto const region = one.filled({standing_of(id_of(1), "1")});
  }
  auto const aside = one.file.string() + ".damaged-20260301T060509";
  auto const aside_log = aside + "-wal";
  for (auto const& file : {aside, aside_log}) test::write_all(file, "a copy of people");
  test::write_all(one.file, no_database);
  EXPECT_TRUE(erase_all(one.key_file, {one.file, one.region_file}));
  EXPECT_FALSE(std::filesystem::exists(aside));
  EXPECT_FALSE(std::filesystem::exists(aside_log));
  EXPECT_FALSE(std::filesystem::exists(one.file));
  EXPECT_EQ(one.open_region().count().value(), 0);
}

TEST(Erase, OneThatCannotBeEmptiedIsToldAndTheOthersAreEmptied) {
  RegionRoom one;
  { auto const region = one.filled({standing_of(id_of(1), "1")}); }
  std::filesystem::create_directory(one.file);
  auto const done = erase_all(one.key_file, {one.file, one.region_file});
  ASSERT_FALSE(done);
  EXPECT_NE(done.failure().detail.find(one.file.string()), std::string::npos) << done.failure().detail;
  EXPECT_EQ(one.open_region().count().value(), 0);
}

TEST(SetAside, OneIsKeptAndNoneOnceSomebodyIsForgotten) {
  test::CacheRoom const one;
  auto const asides = [&] {
    std::size_t count = 0;
    for (auto const& entry : std::filesystem::directory_iterator{one.file.parent_path()}) {
      if (entry.path().filename().string().find(".damaged-") != std::string::npos) ++count;
    }
    return count;
  };
  for (int i = 0; i < 2; ++i) {
    test::write_all(one.file, no_database);
    (void)one.open();
    EXPECT_EQ(asides(), 1U);
  }
  ASSERT_TRUE(one.open().forget_person("nobody that is here"));
  EXPECT_EQ(asides(), 0U);
}

TEST_F(Rotation, AKeyThatMayOnlyBeReadServesAndIsNotMadeAnew) {
  ASSERT_EQ(::chmod(room.key_file.c_str(), 0400), 0);  // as systemd hands credentials over
  cache = room.open();
  EXPECT_TRUE(cache.find(by_card(id_of(1))));
}

TEST_F(Rotation, WhoAskedToBeForgottenIsGone) {
  auto known = person(id_of(60));
  known.person = "4711";
  ASSERT_TRUE(cache.remember(by_card(id_of(60)), known));
  ASSERT_TRUE(cache.forget_person("4712"));
  EXPECT_TRUE(cache.find(by_card(id_of(60))));
  ASSERT_TRUE(cache.forget_person("4711"));
  EXPECT_FALSE(cache.find(by_card(id_of(60))));
  EXPECT_TRUE(cache.find(by_card(id_of(1))));
}

}  // namespace
}  // namespace ce::cache
