#include <thread>

#include "central/audit/audit.h"
#include "central/audit/list.h"
#include "central/audit/verify.h"
#include "central/store/fixture.h"

namespace ce::audit {
namespace {

using testing::Test;

struct AuditTest : test::StoreTest {
  static constexpr char const* county = "440106";

  Result<void> add(std::string const& region, int number) {
    return store.write([&](storage::Database& database) {
      return append(database, {"acc-1", "hrss", region}, Action::review_step_taken,
                    {"record", std::to_string(number)}, detail({{"decision", "approve"}, {"round", number}}),
                    Instant{now.ms + number});
    });
  }

  void SetUp() override {
    StoreTest::SetUp();
    for (int i = 1; i <= 6; ++i) ASSERT_TRUE(add(county, i));
    for (int i = 1; i <= 3; ++i) ASSERT_TRUE(add("440300", i));
  }

  Verified verified(std::string const& scope = "440000") {
    Verified answer;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(answer, verify(database, {scope}));
      return {};
    });
    EXPECT_TRUE(done) << describe(done.failure());
    return answer;
  }

  /// The kinds of what is found in the county's chain, "altered 3" and so on.
  std::vector<std::string> found() {
    constexpr auto names = std::to_array<char const*>({"altered", "removed", "reordered", "head_wrong"});
    std::vector<std::string> texts;
    for (auto const& finding : verified().findings) {
      EXPECT_EQ(finding.scope, county);
      texts.push_back(names.at(static_cast<std::size_t>(finding.how)) + (" " + std::to_string(finding.seq)));
    }
    return texts;
  }
};

using Strings = std::vector<std::string>;

/// What the store says to a statement of this program's own role.
std::string said_to(store::Store& store, std::string const& sql) {
  auto const done = store.write([&](storage::Database& database) { return database.execute(sql); });
  return done ? "done" : describe(done.failure());
}

TEST_F(AuditTest, TheStoreItselfRefusesToChangeOrDeleteEntries) {
  if (test::on_postgresql()) {
    // As ce-central should run: the owner of its tables and no superuser, whom no right binds.
    write("CREATE ROLE ce_audit_owner");
    write("ALTER TABLE audit_entries OWNER TO ce_audit_owner");
    write("ALTER TABLE audit_heads OWNER TO ce_audit_owner");
  }
  auto const as_owner = [&](std::string const& sql) {
    return test::on_postgresql() ? said_to(store, "SET LOCAL ROLE ce_audit_owner; " + sql + "; RESET ROLE")
                                 : said_to(store, sql);
  };
  for (auto const* sql : {"UPDATE audit_entries SET actor = 'x' WHERE seq = 2", "DELETE FROM audit_entries",
                          "DELETE FROM audit_heads"})
    EXPECT_NE(as_owner(sql), "done") << sql;
  if (!test::on_postgresql()) {
    EXPECT_NE(as_owner("INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE seq = 2"),
              "done");
    EXPECT_NE(as_owner("UPDATE audit_heads SET seq = 1"), "done");
  }
  EXPECT_EQ(as_owner("UPDATE audit_heads SET hash = hash"), "done") << "heads go on";
  EXPECT_TRUE(found().empty());
  ASSERT_TRUE(add(county, 7));
  EXPECT_TRUE(found().empty());
  if (test::on_postgresql()) {
    write("REASSIGN OWNED BY ce_audit_owner TO CURRENT_USER");
    write("DROP ROLE ce_audit_owner");
  }
}

/// As for somebody who has the file to himself, or the server.
struct TamperedAudit : AuditTest {
  void SetUp() override {
    AuditTest::SetUp();
    if (test::on_postgresql()) return;
    for (auto const* name : {"entries_not_changed", "entries_not_deleted", "entries_not_replaced",
                             "heads_not_deleted", "heads_not_set_back"})
      write(std::string{"DROP TRIGGER audit_"} + name);
  }
};

TEST_F(AuditTest, WholeChainsAreFoundWhole) {
  auto const answer = verified();
  EXPECT_TRUE(answer.findings.empty());
  EXPECT_EQ(answer.entries, 9);
  ASSERT_EQ(answer.heads.size(), 2U);
  EXPECT_EQ(answer.heads[0].scope, county);
  EXPECT_EQ(answer.heads[0].seq, 6);
  EXPECT_EQ(verified("440300").entries, 3);
  EXPECT_EQ(verified("440100").entries, 6);
}

// The canonical form of README.md, put together by hand.
TEST_F(AuditTest, TheHashIsThatOfTheDocumentedForm) {
  Entry const entry{"440106", 1, 1234, "acc-1", "hrss", "signed_in", "", "", "{}", "", ""};
  EXPECT_EQ(hash_of(entry), store::key_hash(SecretText{"10:ce-audit-1,6:440106,1:1,4:1234,5:acc-1,4:hrss,"
                                                       "9:signed_in,0:,0:,2:{},0:,"}));
}

TEST_F(TamperedAudit, AChangeOfAnyColumnIsFound) {
  for (std::string const column :
       {"at_ms", "actor", "party", "action", "subject_kind", "subject", "detail", "prev_hash", "hash"}) {
    write("CREATE TABLE kept AS SELECT * FROM audit_entries");
    write("UPDATE audit_entries SET " + column + " = " +
          (column == "at_ms" ? "at_ms + 1" : column + " || '1'") + " WHERE scope = '440106' AND seq = 3");
    auto const texts = found();
    ASSERT_FALSE(texts.empty()) << column;
    EXPECT_EQ(texts.front(), "altered 3") << column;
    write("DELETE FROM audit_entries");
    write("INSERT INTO audit_entries SELECT * FROM kept");
    write("DROP TABLE kept");
  }
  EXPECT_EQ(found(), Strings{});
}

TEST_F(TamperedAudit, AnEntryMovedToAnotherChainIsMissedInItsOwn) {
  write("UPDATE audit_entries SET scope = '440300', seq = 4 WHERE scope = '440106' AND seq = 6");
  Strings chains;
  for (auto const& finding : verified().findings) chains.push_back(finding.scope);
  EXPECT_EQ(chains, (Strings{"440106", "440300", "440300"}));
}

TEST_F(TamperedAudit, AForgedEntryWithItsOwnHashIsFoundByTheNext) {
  Entry forged;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT " + std::string{entry_columns} +
                                " FROM audit_entries WHERE scope = '440106' AND seq = 3");
    CE_CHECK(row.step());
    forged = read_entry(row);
    forged.actor = "acc-2";
    return database
        .prepare("UPDATE audit_entries SET actor = $1, hash = $2 WHERE scope = '440106' AND seq = 3")
        .bind(1, forged.actor)
        .bind(2, hash_of(forged))
        .run();
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(found(), Strings{"altered 4"});
}

TEST_F(TamperedAudit, ARemovedEntryIsFound) {
  write("DELETE FROM audit_entries WHERE scope = '440106' AND seq = 1");
  EXPECT_EQ(found(), Strings{"removed 1"});
  write("DELETE FROM audit_entries WHERE scope = '440106' AND seq IN (3, 4)");
  EXPECT_EQ(found(), (Strings{"removed 1", "removed 3"}));
}

TEST_F(TamperedAudit, ExchangedPlacesAreFound) {
  write("UPDATE audit_entries SET seq = 90 WHERE scope = '440106' AND seq = 2");
  write("UPDATE audit_entries SET seq = 2 WHERE scope = '440106' AND seq = 5");
  write("UPDATE audit_entries SET seq = 5 WHERE scope = '440106' AND seq = 90");
  auto const texts = found();
  EXPECT_EQ(texts.front(), "reordered 2");
  EXPECT_NE(std::find(texts.begin(), texts.end(), "reordered 5"), texts.end());
}

TEST_F(TamperedAudit, ATailCutOffIsFoundByTheHead) {
  write("DELETE FROM audit_entries WHERE scope = '440106' AND seq > 4");
  EXPECT_EQ(found(), Strings{"removed 5"});
}

TEST_F(TamperedAudit, AWrongOrMissingHeadIsFound) {
  write("UPDATE audit_heads SET hash = 'x' WHERE scope = '440106'");
  EXPECT_EQ(found(), Strings{"head_wrong 6"});
  write("DELETE FROM audit_heads WHERE scope = '440106'");
  EXPECT_EQ(found(), Strings{"head_wrong 6"});
}

TEST_F(TamperedAudit, AChainMendedWithItsHeadIsFoundByAHeadKeptElsewhere) {
  auto const kept = verified().heads.front();
  write("DELETE FROM audit_entries WHERE scope = '440106' AND seq > 4");
  write(
      "UPDATE audit_heads SET seq = 4, hash = (SELECT hash FROM audit_entries WHERE scope = '440106' AND seq "
      "= 4) "
      "WHERE scope = '440106'");
  EXPECT_EQ(found(), Strings{});
  std::optional<Finding> finding;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(finding, compare(database, kept));
    return {};
  });
  ASSERT_TRUE(done);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->how, Break::removed);
  EXPECT_EQ(finding->seq, 6);
}

TEST_F(AuditTest, WhatIsTakenBackLeavesNoEntry) {
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(append(database, {"acc-1", "hrss", county}, Action::signed_in, {}, "{}", now));
    return Failure{FailureCode::input_invalid, "taken back"};
  });
  EXPECT_FALSE(done);
  EXPECT_EQ(verified(county).entries, 6);
  ASSERT_TRUE(add(county, 7));
  EXPECT_EQ(found(), Strings{});
}

TEST_F(AuditTest, ManyAtOnceMakeOneChain) {
  auto other = store::Store::open(place.location(), test::rulebook()).value();
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      auto& used = t % 2 == 0 ? store : other;
      for (int i = 0; i < 25; ++i) {
        auto const done = used.write([&](storage::Database& database) {
          return append(database, {"acc-" + std::to_string(t), "hrss", county}, Action::signed_in, {}, "{}",
                        now);
        });
        EXPECT_TRUE(done) << describe(done.failure());
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(verified(county).entries, 106);
  EXPECT_EQ(found(), Strings{});
}

TEST_F(AuditTest, ListsTheLatestOfARegionAndOfAnAccount) {
  auto const list_of = [&](Filter const& filter) {
    std::vector<Entry> entries;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(entries, list(database, filter));
      return {};
    }));
    return entries;
  };
  EXPECT_EQ(list_of({{"440100"}, {}, {}, {}, 100}).size(), 6U);
  EXPECT_EQ(list_of({{"440100"}, {}, {}, {}, 100}).front().seq, 6);
  EXPECT_EQ(list_of({{"440100"}, Instant{now.ms + 2}, Instant{now.ms + 5}, {}, 100}).size(), 3U);
  EXPECT_EQ(list_of({{"440000"}, {}, {}, "acc-2", 100}).size(), 0U);
  EXPECT_EQ(list_of({{"440000"}, {}, {}, "acc-1", 4}).size(), 4U);
}

TEST(AuditAction, EveryOneHasWords) {
  for (auto const word : action_words) EXPECT_NE(chinese_of(word), word);
  EXPECT_EQ(chinese_of("of_a_newer_program"), "of_a_newer_program");
}

TEST(AuditDetail, IsSmallJson) {
  EXPECT_EQ(detail({{"a", 1}, {"b", "x\"y"}, {"c", true}}), R"({"a":1,"b":"x\"y","c":true})");
  EXPECT_EQ(detail({}), "{}");
}

}  // namespace
}  // namespace ce::audit
