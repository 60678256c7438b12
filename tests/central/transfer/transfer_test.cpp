#include "central/transfer/transfer.h"

#include <gmock/gmock.h>

#include "central/seed/seed.h"
#include "central/store/fixture.h"
#include "central/store/ids.h"
#include "support/files.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// A seeded SQLite store and its archive; `place` is where it goes, on the engine of this run.
struct Transfer : testing::Test {
  TempDirectory directory;
  TestStore place;
  std::string source = directory / "source.db";
  fs::path archive = directory / "archive";

  void SetUp() override {
    {
      auto store = store::Store::open(source, rulebook(), {"https://example/v/", 1}).value();
      ASSERT_TRUE(seed::seed(store, {30, 1, Instant{1'780'300'000'000}, {}, {}}));
      ASSERT_TRUE(store.write([](storage::Database& database) -> Result<void> {
        // Refused until a year's rows have gone before it: what is closed is moved as well.
        CE_CHECK(
            database.execute("INSERT INTO closed_years (year, closed_ms, closed_by, reason, waiting) SELECT "
                             "MAX(year), 1, 'li', "
                             "'通知', 0 FROM certificates"));
        return database.prepare("UPDATE employers SET name = $1 WHERE id = 1")
            .bind(1, "甲\t乙\n丙\\丁\\N")
            .run();
      }));
    }
    auto const made = transfer::export_store(source, archive, {});
    ASSERT_TRUE(made) << describe(made.failure());
    ASSERT_GT(made->rows, 500);
  }

  static std::string all_of(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator{folder}) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string all;
    for (auto const& file : files) all += file.filename().string() + "\n" + read_all(file);
    return all;
  }
  std::int64_t people() const {
    auto store = store::Store::open(place.location(), rulebook()).value();
    return static_cast<std::int64_t>(store.people({}, 1000).value().size());
  }
  FailureCode refusal() const {
    auto const moved = transfer::import_store(place.location(), archive, {});
    EXPECT_FALSE(moved);
    return moved ? FailureCode::internal_fault : moved.failure().code;
  }
};

TEST_F(Transfer, ThereAndBackIsTheSame) {
  auto const there = transfer::import_store(place.location(), archive, {});
  ASSERT_TRUE(there) << describe(there.failure());
  auto const again = transfer::export_store(place.location(), directory / "again", {});
  ASSERT_TRUE(again) << describe(again.failure());
  EXPECT_EQ(again->rows, there->rows);
  EXPECT_EQ(all_of(directory / "again"), all_of(archive));
  auto const back = transfer::import_store(directory / "back.db", directory / "again", {});
  ASSERT_TRUE(back) << describe(back.failure());
  ASSERT_TRUE(transfer::export_store(directory / "back.db", directory / "third", {}));
  EXPECT_EQ(all_of(directory / "third"), all_of(archive));
}

TEST_F(Transfer, TheNewStoreGivesOutNewIds) {
  ASSERT_TRUE(transfer::import_store(place.location(), archive, {}));
  auto store = store::Store::open(place.location(), rulebook()).value();
  auto const done = store.write([](storage::Database& database) -> Result<void> {
    CE_TRY(auto const id, store::next_id(database, store::Numbered::employers));
    return database
        .prepare("INSERT INTO employers (id, name, region, provincial) VALUES ($1, 'x', '440100', 0)")
        .bind(1, id)
        .run();
  });
  EXPECT_TRUE(done) << describe(done.failure());
}

TEST_F(Transfer, AFlippedByteIsRefusedAndTheTrueArchiveTakenThen) {
  auto const file = archive / "professionals.rows";
  auto const sound = read_all(file);
  auto flipped = sound;
  auto const digit = flipped.find("188");
  flipped[digit + 2] = '9';
  write_all(file, flipped);
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
  EXPECT_EQ(people(), 0) << "nothing is kept";
  write_all(file, sound);
  EXPECT_TRUE(transfer::import_store(place.location(), archive, {}));
  EXPECT_GT(people(), 0);
}

TEST_F(Transfer, MissingAndCutOffTablesAreRefused) {
  auto const file = archive / "certificates.rows";
  auto const sound = read_all(file);
  write_all(file, sound.substr(0, sound.size() - 5));
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
  write_all(file, sound.substr(0, sound.rfind('\n', sound.size() - 2) + 1));
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt) << "a whole line is gone";
  fs::remove(file);
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
  write_all(file, sound);
  auto const manifest = read_all(archive / "manifest.json");
  auto other = manifest;
  other.replace(other.find("\"certificates\""), 14, "\"certificatez\"");
  write_all(archive / "manifest.json", other);
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
  write_all(archive / "manifest.json", manifest.substr(0, manifest.size() / 2));
  EXPECT_EQ(refusal(), FailureCode::storage_corrupt);
  fs::remove(archive / "manifest.json");
  EXPECT_EQ(refusal(), FailureCode::input_invalid) << "an export that was broken off";
  EXPECT_EQ(people(), 0);
}

TEST_F(Transfer, AStoreWithRowsIsNoTarget) {
  ASSERT_TRUE(transfer::import_store(place.location(), archive, {}));
  EXPECT_EQ(refusal(), FailureCode::input_invalid);
}

TEST_F(Transfer, AnotherSchemaIsRefused) {
  auto manifest = read_all(archive / "manifest.json");
  manifest.replace(manifest.find("\"people\""), 8, "\"others\"");
  write_all(archive / "manifest.json", manifest);
  EXPECT_EQ(refusal(), FailureCode::input_invalid);
}

TEST_F(Transfer, AnArchiveIsNotOverwrittenAndIsItsOwnersAlone) {
  EXPECT_EQ(transfer::export_store(source, archive, {}).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(fs::status(archive).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(archive / "professionals.rows").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  fs::remove(archive / "manifest.json");
  EXPECT_TRUE(transfer::export_store(source, archive, {})) << "one that was broken off is done anew";
}

}  // namespace
}  // namespace ce::test
