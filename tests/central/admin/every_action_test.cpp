#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "ce_admin.h"
#include "central/store/store.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using testing::UnorderedElementsAreArray;

/// A command that changes something, and the entries that it leaves: one, but where it is said why not.
struct Doing {
  std::string words;
  std::vector<std::string> actions;
};

struct EveryAction : CeAdmin {
  std::string file(std::string const& name) const { return (directory / name).string(); }

  /// The actions of all entries, each of which must name who was at the command line.
  std::vector<std::string> actions(std::string const& location) const {
    auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
    auto const store = store::Store::open(location, rules).value();
    std::vector<std::string> found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto rows = database.prepare("SELECT action, actor FROM audit_entries");
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) return {};
        found.push_back(rows.text(0));
        EXPECT_EQ(rows.text(1), "operator:li") << found.back();
      }
    }));
    return found;
  }
  /// The identity number of somebody, in a file.
  std::string number_file(std::string const& location) const {
    auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
    auto const store = store::Store::open(location, rules).value();
    write_all(directory / "number",
              first_value(store, "SELECT id_number FROM professionals WHERE id = 1") + "\n");
    return file("number");
  }
  std::string printed_number() const {
    std::smatch found;
    auto const list = run("register --csv").out;
    EXPECT_TRUE(std::regex_search(list, found, std::regex{R"(\b(44\d{12}),[^\n]*,confirmed)"})) << list;
    return found[1];
  }
  std::string site_key() const {
    std::smatch found;
    auto const list = run("site list").out;
    EXPECT_TRUE(std::regex_search(list, found, std::regex{R"(\b[0-9a-f]{12}\b)"})) << list;
    return found[0];
  }
  std::string key_id(std::string const& purpose) const {
    std::smatch found;
    auto const list = run("keys list").out;
    EXPECT_TRUE(std::regex_search(list, found, std::regex{R"((\S+) +)" + purpose})) << list;
    return found[1];
  }
};

// One store for all: making one takes longer than any of these.
TEST_F(EveryAction, LeavesOneEntryThatNamesWhoDidIt) {
  write_all(directory / "password", "kapok-bloom-2026\n");
  write_all(directory / "typed", "");
  auto const password = " --password-file " + file("password");
  auto store = db;
  std::vector<std::string> before;
  auto const left_by = [&](std::string const& words) {
    auto const ran = run_on(store, "--operator li " + words);
    EXPECT_EQ(ran.code, 0) << words << ": " << ran.out;
    auto after = actions(store);
    std::multiset<std::string> fresh{after.begin(), after.end()};
    for (auto const& one : before) fresh.erase(fresh.find(one));
    before = std::move(after);
    return std::vector<std::string>{fresh.begin(), fresh.end()};
  };
  auto const expect = [&](Doing const& doing) {
    EXPECT_THAT(left_by(doing.words), UnorderedElementsAreArray(doing.actions)) << doing.words;
  };
  expect({"seed --people 40 --seed 1", {"store_seeded"}});
  expect({"init", {"key_made", "key_made", "key_made"}});  // the first of each kind
  expect({"init", {}});
  expect({"kiosk enrol --id K1 --region 440106 --hall 大厅 --key-file " + file("k1"), {"kiosk_enrolled"}});
  expect({"kiosk enrol --id K2 --region 440106 --hall 大厅", {"kiosk_enrolled", "kiosk_code_made"}});
  expect({"kiosk code --id K1", {"kiosk_code_made"}});
  expect({"kiosk revoke --id K2", {"kiosk_revoked"}});
  EXPECT_EQ(run_on(store, "kiosk answer --id K1 --as restored").code, 1) << "no alarm stands";
  expect(
      {"ca server --name 127.0.0.1 --certificate " + file("server.pem") + " --key-file " + file("server.key"),
       {"key_made"}});
  // In one file, for a disk that is full between two; and whom that nginx is to believe.
  expect({"ca server --name 127.0.0.1 --certificate " + file("new/pair.pem") + " --key-file " +
              file("new/pair.pem") + " --believed " + file("new/kiosk-ca.pem"),
          {"key_made"}});
  EXPECT_THAT(read_all(directory / "new/pair.pem"), testing::AllOf(testing::HasSubstr("BEGIN PRIVATE KEY"),
                                                                   testing::HasSubstr("BEGIN CERTIFICATE")));
  EXPECT_EQ(read_all(directory / "new/kiosk-ca.pem"), run_on(store, "ca show").out);
  expect({"ca make", {}});
  expect({"ca next", {"key_made"}});
  expect({"ca switch", {"key_made"}});
  expect({"ca end", {"key_made"}});
  expect({"kiosk policy --id K1 --serves city", {"kiosk_policy_set"}});
  expect({"kiosk settings --id K1 --cache nobody", {"kiosk_configured"}});
  expect({"kiosk item --id K1 --item sound --value always --value 5", {"kiosk_items_set"}});
  expect({"person forget --number-file " + number_file(store), {"person_forgotten"}});
  expect({"person recall --number-file " + file("number"), {"person_recalled"}});
  auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
  write_all(
      directory / "numbers",
      first_value(store::Store::open(store, rules).value(),
                  "SELECT id_number FROM professionals p WHERE NOT EXISTS (SELECT 1 FROM certificates c JOIN "
                  "issue_register r ON r.certificate = c.number WHERE c.professional = p.id) ORDER BY id "
                  "LIMIT 1") +
          "\n440524188001010014\n");
  expect({"person correct-number --reason 抄错一位 --number-file " + file("numbers"),
          {"person_number_corrected"}});
  expect({"site enrol --institution 1 --key-file " + file("site"), {"site_enrolled"}});
  expect({"site revoke " + site_key(), {"site_revoked"}});
  expect({"account create --login th.hrss --name 李 --role hrss --region 440106" + password,
          {"account_created"}});
  expect(
      {"account create --login th.ind --name 王 --role industry_authority --region 440106 --industries "
       "water" +
           password,
       {"account_created"}});
  expect({"account industries th.ind water,construction", {"account_industries_set"}});
  expect({"account disable th.hrss", {"account_disabled"}});
  expect({"account enable th.hrss", {"account_enabled"}});
  expect({"account reset-password th.hrss" + password, {"password_reset"}});
  expect({"authority set --region 440106 --seal-mode window_stamp", {"authority_set"}});
  expect({"reprint-rule --most 5 --mark no", {"reprint_rule_set"}});
  expect({"reprint " + printed_number() + " --reason 遗失", {"reprint_allowed"}});
  expect({"keys retire " + key_id("grants"), {"key_ended"}});
  expect({"keys new", {"key_made"}});
  expect({"keys retire " + key_id("certificates"), {"key_ended"}});
  expect({"keys new --for certificates", {"key_made"}});
  expect({"verdicts refresh --year 2024", {"verdicts_refreshed"}});
  expect({"year close --year 2020 --reason 通知", {"year_closed"}});
  expect({"year copy --year 2020 " + file("year2020"), {"year_copied"}});
  EXPECT_EQ(run_on(store, "year copy --year 2020 " + file("year2020")).code, 2)
      << "a copy is never written over";
  EXPECT_EQ(run_on(store, "verdicts refresh --year 2020").code, 2) << "closed";
  expect({"year reopen --year 2020 --reason 补登", {"year_reopened"}});
  expect({"year close --year 2020 --reason 通知", {"year_closed"}});
  // What only reads leaves none.
  for (auto const* words : {"people", "numbers", "kiosk list", "audit verify", "keys export", "ca show",
                            "paper", "held", "year list"})
    EXPECT_EQ(run_on(store, words).code, 0) << words;
  if (on_postgresql()) {
    auto const epoch =
        first_value(store::Store::open(store, rules).value(), "SELECT epoch FROM change_epoch");
    expect({"restore", {"store_restored"}});  // the server was brought back to an earlier time
    EXPECT_NE(first_value(store::Store::open(store, rules).value(), "SELECT epoch FROM change_epoch"), epoch);
    expect({"numbers resume --unheard --reason 已核对", {"issuing_resumed"}});
    EXPECT_EQ(run_on(store, "restore " + file("copy.db")).code, 2);
  }
  expect({"export " + file("archive"), {"store_exported"}});
  auto const in_archive = before.size();
  if (!on_postgresql()) {
    expect({"backup " + file("copy.db"), {"store_backed_up"}});
    store = file("restored.db");
    EXPECT_EQ(run_on(store, "--operator li restore " + file("copy.db")).code, 0);
    EXPECT_EQ(actions(store).size(), before.size() + 1) << "store_restored";
    EXPECT_EQ(run_on(store, "numbers resume --reason 已核对").code, 2) << "no kiosk was heard";
    before = actions(store);
    expect({"numbers resume --unheard --reason 已核对", {"issuing_resumed"}});
    EXPECT_EQ(run_on(store, "numbers recorded --number 44010626000001 --as 44010626000002").code, 1);
  }
  store = file("moved.db");
  EXPECT_EQ(run_on(store, "--operator li import " + file("archive")).code, 0);
  EXPECT_EQ(actions(store).size(), in_archive + 1) << "store_imported";
  EXPECT_EQ(run_on(store, "audit verify").code, 0);
}

TEST_F(EveryAction, OfACommandIsInTheTable) {
  std::set<std::string> listed;
  auto const help = run("--help").out;
  std::regex const line{R"(\n  ([a-z-]+) +[A-Z])"};
  auto const from = help.find("Subcommands:");
  ASSERT_NE(from, std::string::npos);
  auto const part = help.substr(from);
  for (std::sregex_iterator at{part.begin(), part.end(), line}, end; at != end; ++at) listed.insert((*at)[1]);
  std::set<std::string> const known{
      "init",        "person",       "seed",   "people",      "register",  "kiosk",   "site",
      "account",     "audit",        "export", "import",      "verdicts",  "backup",  "restore",
      "keys",        "token",        "paper",  "reprint",     "authority", "roles",   "regulation",
      "certificate", "reprint-rule", "ca",     "diagnostics", "held",      "numbers", "year"};
  EXPECT_EQ(listed, known) << "a new command goes into the table above: what entry does it leave?";
}

}  // namespace
}  // namespace ce::test
