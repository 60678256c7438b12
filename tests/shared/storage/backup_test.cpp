#include "shared/storage/backup.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::storage {
namespace {

constexpr auto pair_steps =
    std::to_array<Migration>({{"pairs",
                               "CREATE TABLE lefts (id BIGINT PRIMARY KEY, body TEXT NOT NULL);"
                               "CREATE TABLE rights (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"}});

struct Backup : testing::Test {
  test::TempDirectory directory;
  std::filesystem::path file = directory / "live.db";
  std::filesystem::path copy = directory / "copy.db";
  Database live = Database::open(file, Durability::normal, pair_steps).value();

  Result<void> write_pair(std::int64_t id) {
    CE_TRY(auto transaction, live.begin());
    for (auto const* sql :
         {"INSERT INTO lefts (id, body) VALUES ($1, $2)", "INSERT INTO rights (id, body) VALUES ($1, $2)"}) {
      CE_CHECK(live.prepare(sql).bind(1, id).bind(2, std::string(2000, 'x')).run());
    }
    return transaction.commit();
  }
  Result<void> copied() const { return copy_database(file, copy, pair_steps); }
  std::int64_t count(std::string const& table) const {
    auto database = Database::open_reader(copy).value();
    auto row = database.prepare("SELECT count(*) FROM " + table);
    EXPECT_TRUE(row.step());
    return row.integer(0);
  }
  std::size_t files_here() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{directory.path()}, {}));
  }
};

TEST_F(Backup, OneStateWhileOthersWrite) {
  for (std::int64_t id = 0; id < 500; ++id) ASSERT_TRUE(write_pair(id));
  std::atomic<bool> copying{true};
  std::int64_t written = 500;
  std::thread writer{[&] {
    while (copying) {
      EXPECT_TRUE(write_pair(written));
      ++written;
    }
  }};
  std::int64_t last = 0;
  auto const done = copy_database(file, copy, pair_steps, [&](CopiedPages const& pages) {
    EXPECT_GE(pages.done, last);  // never begun anew
    last = pages.done;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  });
  copying = false;
  writer.join();
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(count("lefts"), count("rights"));
  EXPECT_GE(count("lefts"), 500);
  EXPECT_LT(count("lefts"), written);
}

TEST_F(Backup, TheCopyStandsAlone) {
  ASSERT_TRUE(write_pair(1));
  ASSERT_TRUE(copied());
  for (auto const* suffix : {"-wal", "-shm", "-journal"}) {
    EXPECT_FALSE(std::filesystem::exists(copy.string() + suffix)) << suffix;
  }
  std::filesystem::permissions(copy, std::filesystem::perms::owner_read);
  EXPECT_EQ(count("lefts"), 1);
  std::filesystem::permissions(copy, std::filesystem::perms::owner_all);
  EXPECT_TRUE(Database::open(copy, Durability::full, pair_steps));
}

TEST_F(Backup, AFileThatIsThereStays) {
  test::write_all(copy, "precious");
  EXPECT_EQ(copied().failure().code, FailureCode::input_invalid);
  EXPECT_EQ(test::read_all(copy), "precious");
}

TEST_F(Backup, WhatIsNotSoundIsNotKept) {
  ASSERT_TRUE(write_pair(1));
  auto const before = files_here();
  EXPECT_EQ(copy_database(directory / "none.db", copy, pair_steps).failure().code,
            FailureCode::storage_unopenable);
  test::write_all(directory / "garbled.db", std::string(8192, 'x'));
  EXPECT_EQ(copy_database(directory / "garbled.db", copy, pair_steps).failure().code,
            FailureCode::storage_corrupt);
  constexpr auto other = std::to_array<Migration>({{"other", ""}});
  EXPECT_EQ(copy_database(file, copy, other).failure().code, FailureCode::storage_unopenable);
  EXPECT_EQ(copy_database(file, copy, {}).failure().code, FailureCode::storage_newer);
  EXPECT_EQ(copy_database(file, directory / "nowhere" / "copy.db", pair_steps).failure().code,
            FailureCode::storage_unopenable);
  EXPECT_EQ(files_here(), before + 1);
}

}  // namespace
}  // namespace ce::storage
