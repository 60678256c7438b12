#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <thread>

#include "shared/storage/backup.h"
#include "shared/storage/steps.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using storage::Database;
using storage::Durability;
using testing::HasSubstr;

void make_with_one_row(std::filesystem::path const& file) {
  auto database = open_one_step(file).value();
  ASSERT_TRUE(add(database, 1, "a"));
}

TEST(StorageOpen, CreatesOnceAndKeepsRows) {
  TempDirectory const directory;
  {
    auto database = open_one_step(directory / "a.db");
    ASSERT_TRUE(database) << describe(database.failure());
    ASSERT_TRUE(add(*database, 1, "a"));
  }
  auto database = open_one_step(directory / "a.db");
  ASSERT_TRUE(database);
  EXPECT_EQ(count(*database), 1);
  EXPECT_TRUE(database->check_integrity());
}

TEST(StorageOpen, ItsOwnerAloneReadsItWhateverTheShellAllows) {
  TempDirectory const directory;
  auto const before = ::umask(S_IWGRP | S_IWOTH);
  auto database = open_one_step(directory / "a.db").value();
  ASSERT_TRUE(add(database, 1, "a"));
  ASSERT_TRUE(storage::copy_database(directory / "a.db", directory / "copy.db", one_step));
  ::umask(before);
  for (auto const* name : {"a.db", "a.db-wal", "a.db-shm", "copy.db"}) {
    struct stat about {};
    ASSERT_EQ(::stat((directory / name).c_str(), &about), 0) << name;
    EXPECT_EQ(about.st_mode & 0777U, 0600U) << name;
  }
}

TEST(StorageOpen, WorksInWalWithForeignKeysAndFullSync) {
  TempDirectory const directory;
  auto database = Database::open(directory / "a.db", Durability::full, two_steps).value();
  auto value = [&](std::string const& pragma) {
    auto statement = database.prepare("PRAGMA " + pragma);
    return statement.step().value() ? statement.text(0) : "";
  };
  EXPECT_EQ(value("journal_mode"), "wal");
  EXPECT_EQ(value("foreign_keys"), "1");
  EXPECT_EQ(value("synchronous"), "2");
  EXPECT_EQ(database.execute("INSERT INTO visits VALUES (99)").failure().code,
            FailureCode::storage_constraint);
}

TEST(StorageOpen, AFileKeepsThePagesThatItWasMadeWith) {
  TempDirectory const directory;
  for (int const asked : {2048, storage::usual_page_bytes}) {
    auto database = Database::open(directory / "a.db", Durability::normal, two_steps, asked).value();
    auto page = database.prepare("PRAGMA page_size");
    ASSERT_TRUE(page.step().value());
    EXPECT_EQ(page.integer(0), 2048);
  }
}

TEST(StorageOpen, TakesTheMissingSteps) {
  TempDirectory const directory;
  make_with_one_row(directory / "a.db");
  auto database = Database::open(directory / "a.db", Durability::normal, two_steps).value();
  EXPECT_TRUE(database.execute("INSERT INTO visits VALUES (1)"));
}

TEST(StorageOpen, AFailingStepLeavesTheSchemaAsItWas) {
  TempDirectory const directory;
  make_with_one_row(directory / "a.db");
  std::array<storage::Migration, 3> const steps{{two_steps[0], two_steps[1], {"broken", "CREATE NONSENSE"}}};
  auto const failed = Database::open(directory / "a.db", Durability::full, steps);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.failure().detail, HasSubstr("broken"));
  auto database = open_one_step(directory / "a.db");
  ASSERT_TRUE(database) << describe(database.failure());
  EXPECT_EQ(count(*database), 1);
}

TEST(StorageOpen, RefusesANewerSchemaUntouched) {
  TempDirectory const directory;
  { ASSERT_TRUE(Database::open(directory / "a.db", Durability::full, two_steps)); }
  auto const before = read_all(directory / "a.db");
  auto const older = open_one_step(directory / "a.db");
  ASSERT_FALSE(older);
  EXPECT_EQ(older.failure().code, FailureCode::storage_newer);
  EXPECT_EQ(read_all(directory / "a.db"), before);
}

TEST(StorageOpen, RefusesTheDatabaseOfAnotherProgram) {
  TempDirectory const directory;
  { ASSERT_TRUE(Database::open(directory / "a.db", Durability::full, two_steps)); }
  std::array<storage::Migration, 2> const others{
      {{"ledger", "CREATE TABLE ledger (id BIGINT)"}, two_steps[1]}};
  auto const refused = Database::open(directory / "a.db", Durability::full, others);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_unopenable);
}

TEST(StorageOpen, ADirectoryThatIsNotThereIsSaidPlainly) {
  TempDirectory const directory;
  auto const failed = open_one_step(directory / "none/a.db");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.failure().code, FailureCode::storage_unopenable);
  EXPECT_THAT(failed.failure().detail, HasSubstr("none/a.db"));
}

TEST(StorageOpen, AReaderSeesOneStateAndCannotWrite) {
  TempDirectory const directory;
  auto writer = open_one_step(directory / "a.db").value();
  EXPECT_FALSE(Database::open_reader(directory / "b.db"));
  auto reader = Database::open_reader(directory / "a.db").value();
  auto snapshot = reader.begin();
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(count(reader), 0);
  ASSERT_TRUE(add(writer, 1, "a"));
  EXPECT_EQ(count(reader), 0);
  ASSERT_TRUE(snapshot->commit());
  EXPECT_EQ(count(reader), 1);
  EXPECT_FALSE(add(reader, 2, "b"));
}

TEST(StorageOpen, ManyOpeningAtOnceGetOneDatabase) {
  TempDirectory const directory;
  std::vector<std::thread> threads;
  for (std::int64_t i = 0; i < 8; ++i) {
    threads.emplace_back([&directory, i] {
      auto database = open_one_step(directory / "a.db");
      EXPECT_TRUE(database) << describe(database.failure());
      if (database) {
        auto const added = add(*database, i, std::to_string(i));
        EXPECT_TRUE(added);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  auto database = open_one_step(directory / "a.db").value();
  EXPECT_EQ(count(database), 8);
}

}  // namespace
}  // namespace ce::test
