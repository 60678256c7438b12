#include <array>

#include "central/store/file_schema.h"
#include "central/store/fixture.h"
#include "central/store/schema.h"
#include "support/files.h"

namespace ce::test {
namespace {

using Kiosks = StoreTest;

TEST_F(Kiosks, AreKnownByTheHashOfTheirKey) {
  auto const found = store.kiosk_by_key_hash(store::key_hash(SecretText{"key"})).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, "K1");
  EXPECT_EQ(found->region, "440106");
  EXPECT_FALSE(store.kiosk_by_key_hash(store::key_hash(SecretText{"other"})).value());
  EXPECT_EQ(store::key_hash(SecretText{"abc"}),  // FIPS 180-2, appendix B.1
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(Kiosks, EnrollingTwiceOrNowhereIsRefused) {
  EXPECT_EQ(store.enrol_kiosk({"K1", "440106", "大厅"}, "h", now).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(store.enrol_kiosk({"K3", "999999", "大厅"}, "h", now).failure().code, FailureCode::input_invalid);
}

TEST_F(Kiosks, TheLastReportStands) {
  ASSERT_TRUE(store.enrol_kiosk({"K0", "440100", "市大厅"}, "h", now));
  ASSERT_TRUE(store.record_health("K1", {"1.0", 60, true, false, "printer_jammed", 3, 1}, now));
  ASSERT_TRUE(store.record_health("K1", {"1.0", 120, true, true, "", 0, 0}, Instant{now.ms + 60'000}));
  auto const lines = store.kiosks().value();
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_FALSE(lines[0].last_seen);
  EXPECT_EQ(lines[1].last_seen, (Instant{now.ms + 60'000}));
  EXPECT_EQ(lines[1].health, (protocol::Health{"1.0", 120, true, true, "", 0, 0}));
  EXPECT_FALSE(store.record_health("nobody", {}, now));
}

TEST_F(Kiosks, WhatTheyUseUpStandsAsToldLast) {
  protocol::Health health{"1.0", 60, true, true, "", 0, 0};
  auto const kept = [&] {
    EXPECT_TRUE(store.record_health("K1", health, now));
    return store.kiosks().value().at(0).health.supplies;
  };
  for (auto const& told : {protocol::Supplies{7, true, true, 0, true}, protocol::Supplies{},
                           protocol::Supplies{.paper_low = true, .blanks_left = 5}}) {
    health.supplies = told;
    EXPECT_EQ(kept(), told);
  }
  health.supplies.reset();
  EXPECT_EQ(kept(), std::nullopt) << "a kiosk of before tells nothing";
}

TEST_F(Kiosks, PeopleAreListedByRegion) {
  EXPECT_EQ(store.people({"440100"}, 10).value().size(), 1U);
  EXPECT_TRUE(store.people({"440300"}, 10).value().empty());
  add_person(2, "440304189207250249", "林晓慧");
  EXPECT_EQ(store.people({}, 1).value().size(), 1U);
}

struct StoreFile : testing::Test {
  TempDirectory directory;
  std::filesystem::path file = directory / "central.db";
  FailureCode refusal() const {
    auto const opened = store::Store::open(file, rulebook());
    EXPECT_FALSE(opened);
    return opened ? FailureCode::internal_fault : opened.failure().code;
  }
};

TEST_F(StoreFile, ADamagedOneIsRefusedUntouched) {
  for (auto const& bytes : {std::string{}, std::string{"not a store"}, std::string(10'000, '\0')}) {
    write_all(file, bytes);
    EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
    EXPECT_EQ(read_all(file), bytes);
  }
}

TEST_F(StoreFile, ATruncatedOneIsRefusedUntouched) {
  { ASSERT_TRUE(store::Store::open(file, rulebook())); }
  auto const bytes = read_all(file);
  write_all(file, bytes.substr(0, bytes.size() / 2));
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
  EXPECT_EQ(read_all(file).size(), bytes.size() / 2);
}

struct StorePlace : testing::Test {
  TestStore place;
  FailureCode refusal() const {
    auto const opened = store::Store::open(place.location(), rulebook());
    EXPECT_FALSE(opened);
    return opened ? FailureCode::internal_fault : opened.failure().code;
  }
};

TEST_F(StorePlace, ANewerOneIsRefused) {
  {
    auto const known = on_postgresql() ? store::schema() : store::file_schema();
    std::vector<storage::Migration> steps{known.begin(), known.end()};
    steps.push_back({"of the future", "CREATE TABLE future (id BIGINT PRIMARY KEY)"});
    ASSERT_TRUE(place.open(steps));
  }
  EXPECT_EQ(refusal(), FailureCode::storage_newer);
}

TEST_F(StorePlace, AnotherProgramsDatabaseIsRefused) {
  std::array<storage::Migration, 1> const other{{{"journal", "CREATE TABLE ledger (id BIGINT)"}}};
  { ASSERT_TRUE(place.open(other)); }
  EXPECT_EQ(refusal(), FailureCode::storage_unopenable);
}

TEST_F(StorePlace, IsThereOnceItWasOpened) {
  EXPECT_FALSE(store::Store::exists(place.location()).value());
  { ASSERT_TRUE(store::Store::open(place.location(), rulebook())); }
  EXPECT_TRUE(store::Store::exists(place.location()).value());
}

TEST_F(StoreFile, ARulebookThatIsNotThereIsNamed) {
  auto const missing = rulebook::load(directory.path());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.failure().code, FailureCode::config_missing);
  EXPECT_NE(missing.failure().detail.find("rules"), std::string::npos);
}

}  // namespace
}  // namespace ce::test
