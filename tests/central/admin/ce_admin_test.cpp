#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <regex>

#include "ce_admin.h"
#include "support/files.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST_F(CeAdmin, InitMakesAStoreAndKeepsOneThatIsThere) {
  EXPECT_EQ(run("init").code, 0);
  EXPECT_EQ(run("seed --people 5 --seed 1").code, 0);
  EXPECT_EQ(run("init").code, 0);
  EXPECT_THAT(run("people --csv").out, HasSubstr("440"));
}

TEST_F(CeAdmin, WhatRootMakesByItInTheServicesDirectoryIsTheServices) {
  if (::geteuid() != 0) GTEST_SKIP() << "by sudo, as operators do";
  constexpr uid_t service = 65534;
  ASSERT_EQ(::chown(directory.path().c_str(), service, service), 0);
  auto const store = (directory / "central.db").string();
  for (auto const* const words :
       {"init", "seed --people 3 --seed 1", "keys new --for grants", "ca next",
        "kiosk enrol --id K1 --region 440106 --hall 大厅 --key-file {}/kiosk.key",
        "ca server --name a --certificate {}/tls/a.pem --key-file {}/tls/a.pem", "backup {}/copy.db",
        "diagnostics new-key --key-file {}/sticks.key --certificate {}/sticks.pem"}) {
    auto const told =
        std::regex_replace(std::string{words}, std::regex{R"(\{\})"}, directory.path().string());
    auto const ran = run_on(store, told);
    EXPECT_EQ(ran.code, 0) << words << ran.out;
  }
  std::size_t files = 0;
  for (auto const& file : std::filesystem::recursive_directory_iterator{directory.path()}) {
    struct stat about {};
    ASSERT_EQ(::stat(file.path().c_str(), &about), 0);
    EXPECT_EQ(about.st_uid, service) << file.path() << ": ce-central could not read it";
    ++files;
  }
  EXPECT_GT(files, 8U);
}

TEST_F(CeAdmin, WhatIsPrintedIntoAFullDiskIsNoSuccess) {
  ASSERT_EQ(run("seed --people 5 --seed 1").code, 0);
  for (auto const* words : {"register --csv", "people --csv", "audit list"}) {
    auto const ran = run(std::string{words} + " > /dev/full");
    EXPECT_EQ(ran.code, 1) << words;
  }
}

TEST_F(CeAdmin, NothingElseMakesAStoreByMistake) {
  for (auto const* words : {"people", "register", "kiosk list"}) {
    auto const ran = run(words);
    EXPECT_EQ(ran.code, 2) << words;
    EXPECT_THAT(ran.out, HasSubstr("no such store"));
  }
  EXPECT_FALSE(std::filesystem::exists(db));
}

TEST_F(CeAdmin, VerdictsAreRefreshedAndCountedByRegion) {
  ASSERT_EQ(run("seed --people 60 --seed 1").code, 0);
  auto const refreshed = run("verdicts refresh --year 2024");
  EXPECT_EQ(refreshed.code, 0);
  EXPECT_THAT(refreshed.out, HasSubstr("2024: 60 people judged, "));
  EXPECT_THAT(run("verdicts refresh --year 2024").out, HasSubstr("2024: 60 people judged, 0 changed"));
  auto const counts = run("verdicts summary --year 2024 --csv");
  EXPECT_EQ(counts.code, 0);
  EXPECT_THAT(counts.out, HasSubstr("region,name,people,nothing,incomplete,ready,issued\n440000,"));
  EXPECT_THAT(counts.out, HasSubstr("\ntotal,广东省,60,"));
  EXPECT_EQ(run("verdicts summary --year 2024 --region 510000").code, 2);
}

TEST_F(CeAdmin, ADamagedStoreIsLeftAsItIs) {
  if (on_postgresql()) GTEST_SKIP() << "files alone can be damaged from outside";
  write_all(db, "hello");
  for (auto const* words : {"init", "seed --people 1", "people"}) {
    auto const ran = run(words);
    EXPECT_EQ(ran.code, 1) << words;
    EXPECT_THAT(ran.out, HasSubstr("storage_corrupt"));
    EXPECT_THAT(ran.out, HasSubstr("Nothing was changed"));
  }
  EXPECT_EQ(read_all(db), "hello");
}

TEST_F(CeAdmin, RolesAreThoseOfTheTableThatTheCodeAsks) {
  auto const told = run("roles").out;
  for (auto const* line :
       {"发放（第十四条）",
        "　人员建档、修改、转出、停止登记：人力资源社会保障部门，本地区及其下级（第十三、十四条）\n",
        "　审定网上学习系统：人力资源社会保障部门，仅省厅（第四条第（四）项）\n",
        "　设置发证单位名称、印章：人力资源社会保障部门，仅本级（第十四、十五条）\n",
        "　用人单位：人力资源社会保障部门，本地区\n"})
    EXPECT_NE(told.find(line), std::string::npos) << line << told;
}

TEST_F(CeAdmin, PeopleAreMasked) {
  ASSERT_EQ(run("seed --people 0 --demo").code, 0);
  auto const out = run("people --region 440106").out;
  EXPECT_THAT(out, HasSubstr("**明"));
  EXPECT_THAT(out, HasSubstr("440***********0171"));
  EXPECT_THAT(out, Not(HasSubstr("陈家明")));
  EXPECT_THAT(out, Not(HasSubstr("440106188503120171")));
  EXPECT_EQ(run("people --region 999999").code, 2);
  EXPECT_EQ(run("people --limit many").code, 2);
}

TEST_F(CeAdmin, TheRegisterHasEachPrintWithItsState) {
  ASSERT_EQ(run("seed --people 0 --demo").code, 0);
  auto const out = run("register --csv --region 440402").out;
  EXPECT_THAT(out, HasSubstr("number,name,year,print,copy,state,cause,kiosk,blank_number,requested_at,"
                             "issued_on,status,successor\n"));
  EXPECT_THAT(out, HasSubstr("**玲"));
  EXPECT_THAT(out, HasSubstr(",confirmed,"));
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 3);  // headings, this year's and the last one's
  EXPECT_EQ(run("register --year 12").code, 2);
}

TEST_F(CeAdmin, SeedsOnlyAnEmptyStore) {
  ASSERT_EQ(run("seed --people 3 --seed 9").code, 0);
  auto const again = run("seed --people 3 --seed 9");
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.out, HasSubstr("holds people already"));
  EXPECT_EQ(run("seed --people -1").code, 2);
}

TEST_F(CeAdmin, EnrollingWritesAKeyForItsOwnerAlone) {
  ASSERT_EQ(run("init").code, 0);
  auto const key = directory / "k1.key";
  auto const enrol = "kiosk enrol --region 440106 --hall 天河大厅 --key-file " + key.string() + " --id ";
  ASSERT_EQ(run(enrol + "K1").code, 0);
  EXPECT_EQ(read_all(key).size(), 65U);
  struct stat status {};
  ASSERT_EQ(::stat(key.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_TRUE(on_postgresql() || read_all(db).find(read_all(key).substr(0, 64)) == std::string::npos)
      << "central keeps only the hash";

  auto const before = read_all(key);
  EXPECT_EQ(run(enrol + "K2").code, 2) << "the key file is there already";
  EXPECT_EQ(read_all(key), before);
  std::filesystem::remove(key);
  EXPECT_EQ(run(enrol + "K1").code, 2) << "the id is taken";
  EXPECT_FALSE(std::filesystem::exists(key));
  EXPECT_EQ(run(enrol + "'K 3'").code, 2);
  EXPECT_THAT(run("kiosk list").out, HasSubstr("天河大厅"));
}

TEST_F(CeAdmin, ReplaysTheVerdictBehindACertificate) {
  EXPECT_EQ(run("regulation replay 44040225000001").code, 2) << "there is no store";
  ASSERT_EQ(run("seed --people 0 --demo").code, 0);
  auto const listed = run("register --csv --region 440402").out;
  auto const number = listed.substr(listed.find('\n') + 1, 14);
  auto const same = run("regulation replay " + number);
  EXPECT_EQ(same.code, 0) << same.out;
  EXPECT_THAT(same.out, HasSubstr("结论：一致"));
  EXPECT_THAT(run("regulation replay --json " + number).out, HasSubstr("\"same\": true"));
  std::filesystem::create_directories(directory / "config/rules");
  std::filesystem::copy(CE_SOURCE_DIR "/config/regions", directory / "config/regions");
  std::filesystem::copy(CE_SOURCE_DIR "/config/rules/GD2010.toml", directory / "config/rules/GD2010.toml");
  EXPECT_EQ(run("regulation --config-dir " + (directory / "config").string() + " replay " + number).code, 0)
      << "the pack's file is gone";
  auto const unknown = run("regulation replay 44010699999999");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.out, HasSubstr("certificate_unknown"));
}

TEST_F(CeAdmin, AStoreIsMovedByExportAndImport) {
  ASSERT_EQ(run("seed --people 5 --seed 1").code, 0);
  auto const archive = (directory / "archive").string();
  auto const written = run("export " + archive);
  EXPECT_EQ(written.code, 0) << written.out;
  EXPECT_THAT(written.out, HasSubstr("professionals: 5\n"));
  EXPECT_EQ(run("import " + archive).code, 2) << "the store holds rows already";
  auto const people = run("people --csv").out;
  auto const moved = run_on(directory / "new.db", "import " + archive);
  EXPECT_EQ(moved.code, 0) << moved.out;
  EXPECT_THAT(moved.out, HasSubstr("counts and hashes the same"));
  EXPECT_EQ(run_on(directory / "new.db", "people --csv").out, people);
}

TEST_F(CeAdmin, EveryCommandExplainsItself) {
  if (on_postgresql()) GTEST_SKIP() << "no store is opened for it";
  for (auto const* words :
       {"", "init", "seed", "people", "register", "kiosk", "kiosk enrol", "kiosk list", "export", "import",
        "regulation check", "regulation replay", "certificate render"}) {
    auto const help = run(std::string{words} + " --help");
    EXPECT_EQ(help.code, 0) << words;
    EXPECT_THAT(help.out, HasSubstr("Usage: ")) << words;
  }
  EXPECT_EQ(run("").code, 2);
  EXPECT_EQ(run("nonsense").code, 2);
  EXPECT_EQ(run("--version").code, 0);
}

}  // namespace
}  // namespace ce::test
