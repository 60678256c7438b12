#include "cache_room.h"
#include "kiosk/cache/schema.h"
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
