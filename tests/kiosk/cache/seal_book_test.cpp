// Pictures of seals: half a picture is never given out.
#include "kiosk/cache/seal_book.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "cache_room.h"
#include "shared/protocol/limits.h"
#include "shared/storage/database.h"

namespace ce::cache {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// SHA-256 of "seal one" and "seal two", by sha256sum.
std::string const one = "7657e93ba35f29fc2f01afdb2f8d1c1871541675a26a6f2af5f68c653e78bad3";
std::string const two = "6cf0d5624807bf20e54c6e85866f571a33c327488eb9d7f12afbf48c099c1f05";

struct SealBookTest : testing::Test {
  test::TempDirectory directory;
  log::Logger logger = log::Logger::to_file(directory / "kiosk.log", 1U << 20U, 1).value();
  std::filesystem::path file = directory / "seals.db";
  SealBook book = SealBook::open(file, logger).value();

  void restart() { book = SealBook::open(file, logger).value(); }
};

TEST_F(SealBookTest, KeepsWhatIsWantedAndForgetsTheRest) {
  EXPECT_THAT(book.settle({one, two}).value(), testing::UnorderedElementsAre(one, two));
  ASSERT_TRUE(book.keep(one, "seal one"));
  ASSERT_TRUE(book.keep(two, "seal two"));
  ASSERT_TRUE(book.keep(two, "seal two")) << "once more is no fault";
  restart();
  EXPECT_THAT(book.settle({one, two}).value(), IsEmpty());
  EXPECT_EQ(book.find(one).value(), "seal one");
  EXPECT_THAT(book.settle({two}).value(), IsEmpty());
  EXPECT_EQ(book.find(one).failure().code, FailureCode::not_cached);
  EXPECT_EQ(book.find(two).value(), "seal two");
  EXPECT_THAT(book.settle({}).value(), IsEmpty());
  EXPECT_EQ(book.find(two).failure().code, FailureCode::not_cached);
}

TEST_F(SealBookTest, WhatIsNotWhatItsHashSaysIsNotKept) {
  EXPECT_EQ(book.keep(one, "seal two").failure().code, FailureCode::answer_malformed);
  EXPECT_EQ(book.keep(one, "seal on").failure().code, FailureCode::answer_malformed) << "torn";
  EXPECT_EQ(book.keep(one, {}).failure().code, FailureCode::answer_malformed);
  EXPECT_EQ(book.keep(one, std::string(protocol::most_seal_bytes + 1, 'x')).failure().code,
            FailureCode::answer_too_large);
  EXPECT_THAT(book.settle({one}).value(), ElementsAre(one));
}

TEST_F(SealBookTest, WhatWasDamagedOnDiskIsFetchedAgain) {
  ASSERT_TRUE(book.keep(one, "seal one"));
  {
    storage::Migration const done{"seals", ""};
    auto behind = storage::Database::open(file, storage::Durability::normal, std::span{&done, 1}).value();
    ASSERT_TRUE(behind.execute("UPDATE seal SET png = substr(png, 1, 5)"));
  }
  EXPECT_EQ(book.find(one).failure().code, FailureCode::not_cached);
  EXPECT_THAT(book.settle({one}).value(), ElementsAre(one));
  ASSERT_TRUE(book.keep(one, "seal one"));
  EXPECT_EQ(book.find(one).value(), "seal one");
}

TEST_F(SealBookTest, AFileThatIsNoDatabaseIsSetAside) {
  auto const elsewhere = directory / "damaged.db";
  test::write_all(elsewhere, std::string(10'000, '\x7f'));
  auto anew = SealBook::open(elsewhere, logger).value();
  EXPECT_THAT(test::read_all(directory / "kiosk.log"), testing::HasSubstr("database_set_aside"));
  ASSERT_TRUE(anew.keep(one, "seal one"));
  EXPECT_TRUE(anew.examine());
  EXPECT_EQ(anew.find(one).value(), "seal one");
}

}  // namespace
}  // namespace ce::cache
