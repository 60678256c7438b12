#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "central/changes/epoch.h"
#include "central/registration/proofs.h"
#include "central/store/backup.h"
#include "central/store/file_schema.h"
#include "central/store/store.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

/// The real ce-admin on a seeded store.
struct BackupProgram : testing::Test {
  TempDirectory directory;
  store::Rulebook const rules = rulebook::load(CE_SOURCE_DIR "/config").value();

  int run(std::string const& words, std::string const& db = "central.db") const {
    auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db "} +
                         (directory / db).string() + " " + words + " >" + (directory / "said").string() +
                         " 2>&1";
    int const status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }
  std::string file(std::string const& name) const { return (directory / name).string(); }
  std::string said() const { return read_all(directory / "said"); }

  struct Looked {
    std::int64_t people = 0;
    std::int64_t counted = 0;  // by the row that each writer's transaction keeps beside its person
    std::optional<std::string> epoch;
  };
  Looked look(std::string const& name) const {
    auto const store = store::Store::open(directory / name, rules).value();
    Looked looked;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto people = database.prepare("SELECT count(*) FROM employers WHERE id >= 1000000");
      CE_CHECK(people.step());
      looked.people = people.integer(0);
      auto counted = database.prepare("SELECT COALESCE(SUM(provincial), 0) FROM institutions_count");
      if (counted.step()) looked.counted = counted.integer(0);
      CE_TRY(looked.epoch, changes::epoch(database));
      return {};
    }));
    return looked;
  }
};

TEST_F(BackupProgram, OneStateUnderConcurrentWritersAndBack) {
  ASSERT_EQ(run("seed --people 150 --seed 1"), 0);
  auto live = store::Store::open(directory / "central.db", rules).value();
  ASSERT_TRUE(live.write([](storage::Database& database) -> Result<void> {
    CE_CHECK(changes::ensure_epoch(database, {1}));
    return database.execute("CREATE TABLE institutions_count (provincial BIGINT NOT NULL)");
  }));
  std::atomic<bool> writing{true};
  std::thread writer{[&] {
    for (std::int64_t id = 1'000'000; writing; ++id) {
      auto const done = live.write([&](storage::Database& database) -> Result<void> {
        CE_CHECK(
            database
                .prepare("INSERT INTO employers (id, name, region, provincial) VALUES ($1, $2, '440106', 0)")
                .bind(1, id)
                .bind(2, std::string(500, 'x'))
                .run());
        return database.execute("INSERT INTO institutions_count VALUES (1)");
      });
      EXPECT_TRUE(done) << describe(done.failure());
      std::this_thread::sleep_for(
          std::chrono::milliseconds{1});  // SQLite gives no turn to who waits beside a loop
    }
  }};
  int const code = run("backup " + file("backup.db"));
  writing = false;
  writer.join();
  ASSERT_EQ(code, 0) << said();
  EXPECT_THAT(said(), testing::HasSubstr("every page sound"));

  ASSERT_EQ(run("restore " + file("backup.db"), "restored.db"), 0) << said();
  auto const restored = look("restored.db");
  EXPECT_EQ(restored.people, restored.counted);
  EXPECT_LE(restored.people, look("central.db").people);
  EXPECT_NE(restored.epoch, look("central.db").epoch);
  EXPECT_EQ(run("people --limit 3", "restored.db"), 0) << said();
}

// Steps that were added since hold lines for a server, which are no SQL of SQLite's.
TEST_F(BackupProgram, OneThatAnOlderProgramMadeIsBroughtUpToDate) {
  auto const older = store::file_schema().first(20);
  ASSERT_TRUE(storage::Database::open(directory / "central.db", storage::Durability::full, older));
  ASSERT_EQ(run("backup " + file("backup.db")), 0) << said();
  ASSERT_EQ(run("restore " + file("backup.db"), "restored.db"), 0) << said();
  EXPECT_TRUE(look("restored.db").epoch);
  EXPECT_EQ(run("restore", "other.db"), 2) << "restore what?";
}

TEST_F(BackupProgram, ProofDocumentsGoAlong) {
  ASSERT_EQ(run("init"), 0);
  std::string const pdf = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";
  registration::ProofShelf const shelf{directory / "files" / "proofs"};
  std::string hash;
  {
    auto live = store::Store::open(directory / "central.db", rules).value();
    hash = shelf.put(live, {.account = "somebody"}, pdf, Instant{1}).value().hash;
  }
  ASSERT_EQ(run("backup " + file("backup.db")), 0) << said();
  EXPECT_THAT(said(), testing::HasSubstr("1 proof documents, each sound"));
  ASSERT_EQ(run("restore --files-dir " + file("anew") + " " + file("backup.db"), "restored.db"), 0) << said();
  EXPECT_EQ(registration::ProofShelf{directory / "anew" / "proofs"}.read(hash).value(), pdf);

  write_all(directory / "files" / "proofs" / hash.substr(0, 2) / hash, "damaged");
  EXPECT_EQ(run("backup " + file("second.db")), 1) << "what is not whole must be heard of";
  EXPECT_THAT(said(), testing::HasSubstr(hash));
  EXPECT_TRUE(std::filesystem::exists(directory / "second.db"));
}

TEST_F(BackupProgram, NothingIsOverwritten) {
  ASSERT_EQ(run("init"), 0);
  write_all(directory / "backup.db", "precious");
  EXPECT_EQ(run("backup " + file("backup.db")), 2);
  EXPECT_EQ(read_all(directory / "backup.db"), "precious");
  ASSERT_EQ(run("backup " + file("second.db")), 0);
  EXPECT_EQ(run("restore " + file("second.db")), 2);
  EXPECT_THAT(said(), testing::HasSubstr("is there already"));
}

TEST_F(BackupProgram, WhatIsNoBackupIsRefused) {
  write_all(directory / "backup.db", std::string(8192, 'x'));
  EXPECT_EQ(run("restore " + file("backup.db")), 1);
  EXPECT_FALSE(std::filesystem::exists(directory / "central.db"));
  EXPECT_EQ(run("restore " + file("none.db")), 2);
  EXPECT_EQ(run("backup " + file("other.db")), 2);
}

}  // namespace
}  // namespace ce::test
