// What a pull leaves in the log of the region's copy: nothing, so that what was forgotten is nowhere.
#include "region_page.h"

namespace ce::cache {
namespace {

using test::example_id;
using test::Pages;
using test::standing_of;

struct RegionLog : testing::Test, test::RegionRoom {
  Pages pages;
  RegionCopy copy = filled({standing_of(example_id, "17", 30)});

  void tell(std::vector<protocol::Change> changes, bool more = false) {
    auto const kept = copy.apply(pages.page(std::move(changes), "c", more), central_now);
    ASSERT_TRUE(kept) << describe(kept.failure());
  }
  [[nodiscard]] std::uintmax_t log_bytes() const {
    return std::filesystem::file_size(region_file.string() + "-wal");
  }
  [[nodiscard]] std::string sealed_body() const {
    return test::sealed_in(region_file, "SELECT body FROM held_0 UNION ALL SELECT body FROM held_1");
  }
};

TEST_F(RegionLog, GrowsFromPageToPageAndIsEmptyAtTheEnd) {
  EXPECT_EQ(log_bytes(), 0U) << "of the snapshot";
  tell({standing_of(example_id, "17", 60)}, true);
  EXPECT_GT(log_bytes(), 0U);
  tell({standing_of(example_id, "17", 90)});
  EXPECT_EQ(log_bytes(), 0U);
  EXPECT_TRUE(copy.find(SecretText{example_id})->years[0].complete);
}

TEST_F(RegionLog, WhatWasForgottenIsNeitherInItNorInTheFile) {
  auto const body = sealed_body();
  ASSERT_TRUE(test::lies_in(region_file, body));
  tell({{"standing", "17", protocol::Removed{}}});
  EXPECT_FALSE(test::lies_in(region_file, body));
}

TEST_F(RegionLog, WhereNobodyMayBeKeptAnyMoreItGoesAtOnce) {
  auto const body = sealed_body();
  ASSERT_TRUE(copy.empty());
  EXPECT_FALSE(test::lies_in(region_file, body));
}

TEST_F(RegionLog, WhileSomebodyReadsTheFilePagesAreKeptAndTheNextEndEmptiesIt) {
  {
    auto reader = storage::Database::open_reader(region_file).value();
    auto held = reader.begin().value();
    auto count = reader.prepare("SELECT count(*) FROM held_1");
    ASSERT_TRUE(count.step().value());
    tell({standing_of(example_id, "17", 90)});
    EXPECT_GT(log_bytes(), 0U);
    EXPECT_TRUE(copy.find(SecretText{example_id})->years[0].complete);
  }
  tell({});
  EXPECT_EQ(log_bytes(), 0U);
}

}  // namespace
}  // namespace ce::cache
