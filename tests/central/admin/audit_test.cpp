#include <gmock/gmock.h>

#include "ce_admin.h"
#include "central/store/store.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

struct AuditAtTheCommandLine : CeAdmin {
  void SetUp() override {
    ASSERT_EQ(run("init").code, 0);
    for (auto const* id : {"K1", "K2", "K3"}) {
      ASSERT_EQ(run("--operator li kiosk enrol --region 440106 --hall 天河大厅 --key-file " +
                    (directory / id).string() + " --id " + id)
                    .code,
                0);
    }
  }
  /// As somebody does who has the file to himself.
  void change(std::string const& sql) const {
    auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
    auto store = store::Store::open(db, rules).value();
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      if (!on_postgresql()) {  // there a superuser, as the tests' is, is not asked
        for (auto const* name : {"entries_not_changed", "entries_not_deleted", "heads_not_set_back"})
          CE_CHECK(database.execute(std::string{"DROP TRIGGER IF EXISTS audit_"} + name));
      }
      return database.execute(sql);
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }
};

TEST_F(AuditAtTheCommandLine, AWholeChainIsToldSo) {
  auto const ran = run("audit verify");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "2 chains, 6 entries, 0 findings\n")
      << "the first keys, the authority for kiosks, three kiosks";
  EXPECT_EQ(run("audit verify --region 440106").out, "1 chains, 3 entries, 0 findings\n");
  EXPECT_EQ(run("audit verify --region 440300").out, "0 chains, 0 entries, 0 findings\n");
  EXPECT_EQ(run("audit verify --region 999999").code, 2);
}

TEST_F(AuditAtTheCommandLine, WhoHadAYearJudgedAnewIsInTheChainOfTheProvince) {
  ASSERT_EQ(run("--operator li verdicts refresh --year 2024").code, 0);
  EXPECT_EQ(run("audit verify").out, "2 chains, 7 entries, 0 findings\n");
}

TEST_F(AuditAtTheCommandLine, WhatIsBrokenIsNamedWithItsEntry) {
  change("UPDATE audit_entries SET actor = 'operator:wang' WHERE seq = 2 AND scope = '440106'");
  auto const altered = run("audit verify");
  EXPECT_EQ(altered.code, 1);
  EXPECT_THAT(altered.out, HasSubstr("440106: entry 2 does not match its own hash (altered)"));
  change("DELETE FROM audit_entries WHERE seq >= 2 AND scope = '440106'");
  auto const removed = run("audit verify");
  EXPECT_EQ(removed.code, 1);
  EXPECT_THAT(removed.out, HasSubstr("440106: entry 2 and all up to 3, where the head stands, are missing"));
}

TEST_F(AuditAtTheCommandLine, HeadsKeptElsewhereFindAChainMendedAsAWhole) {
  auto const heads = run("audit heads").out;
  EXPECT_THAT(heads, HasSubstr("440106 3 "));
  write_all(directory / "heads", heads);
  auto const against = "audit verify --against " + (directory / "heads").string();
  EXPECT_EQ(run(against).code, 0);
  change("DELETE FROM audit_entries WHERE seq = 3 AND scope = '440106'");
  change(
      "UPDATE audit_heads SET seq = 2, hash = (SELECT hash FROM audit_entries WHERE seq = 2 AND scope = "
      "'440106') WHERE scope = '440106'");
  EXPECT_EQ(run("audit verify").code, 0);
  auto const found = run(against);
  EXPECT_EQ(found.code, 1);
  EXPECT_THAT(found.out, HasSubstr("440106: entry 3 was the head once and is missing (removed)"));
  write_all(directory / "heads", "nonsense\n");
  EXPECT_EQ(run(against).code, 2);
}

TEST_F(AuditAtTheCommandLine, EntriesAreListedByRegionDayAndActor) {
  auto const all = run("audit list --csv").out;
  EXPECT_THAT(all, HasSubstr("region,seq,time,actor,party,action,subject,detail\n440106,3,"));
  EXPECT_THAT(all, HasSubstr(",operator:li,operator,kiosk_enrolled,kiosk K3,{}\n"));
  EXPECT_EQ(run("audit list --csv --actor operator:wang").out.find("K1"), std::string::npos);
  EXPECT_EQ(run("audit list --csv --to 2020-01-01").out.find("K1"), std::string::npos);
  EXPECT_THAT(run("audit list --csv --from 2020-01-01").out, HasSubstr("K1"));
  EXPECT_EQ(run("audit list --from yesterday").code, 2);
  EXPECT_EQ(run("--operator 'a b' audit list").code, 2);
}

}  // namespace
}  // namespace ce::test
