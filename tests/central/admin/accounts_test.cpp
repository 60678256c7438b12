#include <gmock/gmock.h>

#include "ce_admin.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

struct AccountsAtTheCommandLine : CeAdmin {
  std::filesystem::path password = directory / "password";

  void SetUp() override {
    ASSERT_EQ(run("seed --people 3 --seed 1").code, 0);
    write_all(password, "kapok-bloom-2026\n");
  }
  Ran create(std::string const& words) const {
    return run("--operator li account create --name 张科 --password-file " + password.string() + " " + words);
  }
};

TEST_F(AccountsAtTheCommandLine, AreOpenedListedDisabledAndEnabled) {
  auto const made = create("--login Hrss.Tianhe --role hrss --region 440106");
  EXPECT_EQ(made.code, 0) << made.out;
  EXPECT_THAT(made.out, HasSubstr("hrss.tianhe: opened as hrss of 440106"));
  EXPECT_THAT(create("--login hrss.tianhe --role hrss --region 440106").out, HasSubstr("已被使用"));
  EXPECT_EQ(create("--login x.y --role king --region 440106").code, 2);
  auto const list = "account list --csv --region 440100";
  EXPECT_THAT(run(list).out, HasSubstr("hrss.tianhe,张科,hrss,440106,,,first password,"));
  EXPECT_THAT(run(list).out, HasSubstr(",operator:li\n"));
  EXPECT_THAT(run("account list --csv --region 440300").out, Not(HasSubstr("hrss.tianhe")));
  EXPECT_EQ(run("account disable hrss.tianhe").code, 0);
  EXPECT_THAT(run(list).out, HasSubstr(",disabled,"));
  EXPECT_EQ(run("account enable hrss.tianhe").code, 0);
  EXPECT_EQ(run("account disable nobody").code, 2);
  auto const audit = run("audit list --csv --actor operator:li").out;
  EXPECT_THAT(audit, HasSubstr("account_created"));
  EXPECT_EQ(run("audit verify").code, 0);
}

TEST_F(AccountsAtTheCommandLine, AnIndustryAuthorityIsOpenedForItsIndustries) {
  auto const wanted = std::string{"--login jian.she --role industry_authority --region 440106"};
  EXPECT_THAT(create(wanted).out, HasSubstr("所管行业：请至少填写一个"));
  EXPECT_THAT(create(wanted + " --industries construction,wizardry").out,
              HasSubstr("没有“wizardry”这个行业"));
  EXPECT_EQ(create(wanted + " --industries water,construction").code, 0);
  auto const list = "account list --csv --region 440106";
  EXPECT_THAT(run(list).out, HasSubstr("jian.she,张科,industry_authority,440106,,construction water,"));
  EXPECT_EQ(run("account industries jian.she 教育").code, 0);
  EXPECT_THAT(run(list).out, HasSubstr(",440106,,education,"));
  EXPECT_EQ(create("--login hrss.tianhe --role hrss --region 440106 --industries water").code, 2);
}

TEST_F(AccountsAtTheCommandLine, PasswordsComeFromAFileOrStandardInput) {
  auto const from_stdin = [&](std::string const& text, std::string const& login) {
    write_all(directory / "typed", text);
    return run("account create --name 张科 --role operator --login " + login + " <" +
               (directory / "typed").string());
  };
  EXPECT_EQ(from_stdin("kapok-bloom-2026\r\n", "keeper.one").code, 0);
  EXPECT_THAT(from_stdin("", "keeper.two").out, HasSubstr("no password there"));
  EXPECT_THAT(from_stdin("short\n", "keeper.two").out, HasSubstr("10 到 64"));
  EXPECT_EQ(run("account reset-password keeper.one --password-file " + (directory / "none").string()).code,
            2);
  EXPECT_EQ(run("account reset-password keeper.one --password-file " + password.string()).code, 0);
  EXPECT_EQ(
      run("account create --name x --role operator --login keeper.three --password kapok-bloom-2026").code, 2)
      << "never on the command line";
}

TEST_F(AccountsAtTheCommandLine, TheDemoHasOneOfEachRoleAndTellsTheirPasswordOnce) {
  db = directory / "demo.db";
  auto const seeded = run("seed --people 0 --demo");
  ASSERT_EQ(seeded.code, 0) << seeded.out;
  EXPECT_THAT(seeded.out, HasSubstr("their password: "));
  auto const list = run("account list --csv").out;
  for (auto const* login : {"demo.institution,", "demo.employer,", "demo.agency,", "demo.industry,",
                            "demo.hrss,", "demo.hrss.city,", "demo.hrss.province,", "demo.operator,"}) {
    EXPECT_THAT(list, HasSubstr(login));
  }
  EXPECT_THAT(list, Not(HasSubstr("first password")));
  db = directory / "other.db";
  auto const given = run("seed --people 0 --demo --password-file " + password.string());
  EXPECT_EQ(given.code, 0) << given.out;
  EXPECT_THAT(given.out, Not(HasSubstr("password")));
}

TEST_F(AccountsAtTheCommandLine, SitesAreEnrolledAndRevoked) {
  db = directory / "demo.db";
  ASSERT_EQ(run("seed --people 0 --demo --password-file " + password.string()).code, 0);
  auto const key = directory / "site.key";
  auto const enrol = [&](std::string const& institution) {
    return run("site enrol --institution " + institution + " --key-file " + key.string());
  };
  EXPECT_EQ(enrol("999").code, 2);
  EXPECT_FALSE(std::filesystem::exists(key));
  int approved = 1;
  while (approved < 40 && enrol(std::to_string(approved)).code != 0) ++approved;
  ASSERT_TRUE(std::filesystem::exists(key));
  auto const listed = run("site list").out;
  EXPECT_THAT(listed, Not(HasSubstr(read_all(key).substr(0, 16))));
  auto const line = listed.substr(listed.find('\n') + 1);
  auto const digits = line.substr(0, line.find(' '));
  EXPECT_EQ(run("site revoke " + digits).code, 0);
  EXPECT_EQ(run("site revoke " + digits).code, 2);
  EXPECT_EQ(run("site revoke zz").code, 2);
  auto const audit = run("audit list --csv").out;
  EXPECT_THAT(audit, HasSubstr("site_enrolled"));
  EXPECT_THAT(audit, HasSubstr("site_revoked"));
}

}  // namespace
}  // namespace ce::test
