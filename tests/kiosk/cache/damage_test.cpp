#include <fstream>

#include "cache_room.h"
#include "kiosk/cache/region_schema.h"
#include "kiosk/cache/schema.h"
#include "region_page.h"
#include "shared/storage/database.h"

namespace ce::cache {
namespace {

using test::by_card;
using test::CacheRoom;
using test::person;
using test::read_all;
using test::write_all;

void expect_begun_anew(CacheRoom const& room, std::string const& damaged) {
  write_all(room.file, damaged);
  auto cache = room.open();
  ASSERT_TRUE(cache.set_aside().has_value());
  EXPECT_EQ(read_all(*cache.set_aside()), damaged);
  EXPECT_EQ(cache.count().value(), 0);
  EXPECT_TRUE(cache.remember(by_card(), person()).ok());
  EXPECT_NE(read_all(room.directory / "kiosk.log").find("database_set_aside"), std::string::npos);
}

std::string used_cache(CacheRoom const& room) {
  EXPECT_TRUE(room.open().remember(by_card(), person()).ok());
  return read_all(room.file);
}

TEST(CacheDamage, ATruncatedFileIsSetAside) {
  CacheRoom const room;
  auto const whole = used_cache(room);
  expect_begun_anew(room, whole.substr(0, whole.size() / 2 + 100));
}

TEST(CacheDamage, AnEmptyFileIsSetAside) {
  CacheRoom const room;
  used_cache(room);
  expect_begun_anew(room, "");
}

TEST(CacheDamage, AFileThatIsNoDatabaseIsSetAside) {
  CacheRoom const room;
  expect_begun_anew(room, std::string(10'000, '\x7f'));
}

/// More than opening reads through, with one page in the middle torn.
void tear_a_large_one(std::filesystem::path const& file, std::span<storage::Migration const> migrations) {
  {
    auto database = storage::Database::open(file, storage::Durability::normal, migrations).value();
    ASSERT_TRUE(database.execute(
        "CREATE TABLE room (x BLOB); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i "
        "< "
        "6000) INSERT INTO room SELECT zeroblob(3000) FROM n; PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  ASSERT_GT(std::filesystem::file_size(file), std::uintmax_t{17} << 20U);
  std::fstream torn{file, std::ios::in | std::ios::out | std::ios::binary};
  torn.seekp(std::streamoff{9} << 20U);
  torn << std::string(2048, '\x5a');
}

TEST(CacheDamage, ATornPageIsFoundWhileItServesAndTheCacheBegunAnew) {
  CacheRoom const room;
  used_cache(room);
  tear_a_large_one(room.file, migrations());
  auto cache = room.open();
  EXPECT_FALSE(cache.set_aside()) << "opening does not read so far";
  EXPECT_TRUE(cache.find(by_card()).ok());
  ASSERT_TRUE(cache.examine());
  ASSERT_TRUE(cache.set_aside());
  EXPECT_EQ(cache.find(by_card()).failure().code, FailureCode::not_cached);
  EXPECT_TRUE(cache.remember(by_card(), person()).ok());
  EXPECT_TRUE(cache.examine());
  EXPECT_TRUE(room.open().find(by_card()).ok()) << "it is a cache as any other";
  EXPECT_NE(read_all(room.directory / "kiosk.log").find("database_set_aside"), std::string::npos);
}

TEST(CacheDamage, ATornPageOfTheRegionsCopyIsFoundToo) {
  test::RegionRoom const room;
  (void)room.filled({test::standing_of(test::example_id, "17")});
  tear_a_large_one(room.region_file, region_migrations());
  auto copy = room.open_region();
  EXPECT_TRUE(copy.find(SecretText{test::example_id}));
  ASSERT_TRUE(copy.examine());
  EXPECT_EQ(copy.place().value(), DeltaPlace{}) << "the delta fetches it from the start";
  EXPECT_TRUE(copy.examine());
}

TEST(CacheDamage, WhereNoNewOneCanBeBegunNobodyIsFoundUntilTheNextTry) {
  CacheRoom const room;
  used_cache(room);
  auto cache = room.open();
  // Root may write anywhere, but nobody moves a file into a directory of its name.
  auto const place = room.directory / "moved";
  std::filesystem::rename(room.file, place);
  std::filesystem::create_directory(room.file);
  write_all(room.file / "inside", "x");
  EXPECT_FALSE(cache.examine());
  std::filesystem::remove_all(room.file);
  std::filesystem::rename(place, room.file);
  EXPECT_TRUE(cache.examine());
  EXPECT_TRUE(cache.find(by_card()).ok());
}

TEST(CacheDamage, ARecordThatDoesNotOpenIsForgotten) {
  CacheRoom const room;
  used_cache(room);
  {
    auto database = storage::Database::open(room.file, storage::Durability::normal, migrations()).value();
    ASSERT_TRUE(database.execute("UPDATE person SET body = zeroblob(length(body))").ok());
  }
  auto cache = room.open();
  EXPECT_EQ(cache.find(by_card()).failure().code, FailureCode::not_cached);
  EXPECT_EQ(cache.count().value(), 0);
}

TEST(CacheDamage, ARecordPutInAnotherPersonsRowDoesNotOpen) {
  CacheRoom const room;
  auto const* const other = "110105189912310011";
  {
    auto cache = room.open();
    ASSERT_TRUE(cache.remember(by_card(), person()).ok());
    ASSERT_TRUE(cache.remember(by_card(other), person(other, "示例乙")).ok());
  }
  {
    auto database = storage::Database::open(room.file, storage::Durability::normal, migrations()).value();
    auto const moved = database.execute(
        "UPDATE person SET body = (SELECT body FROM person WHERE rowid = 2) WHERE rowid = 1");
    ASSERT_TRUE(moved.ok()) << describe(moved.failure());
  }
  EXPECT_EQ(room.open().find(by_card()).failure().code, FailureCode::not_cached);
}

}  // namespace
}  // namespace ce::cache
