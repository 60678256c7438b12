#include "central/casebook/command.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>

namespace ce::casebook {
namespace {

class Command : public testing::Test {
 protected:
  Command() {
    std::string name = (std::filesystem::temp_directory_path() / "casebook-XXXXXX").string();
    directory_ = mkdtemp(name.data());
  }
  ~Command() override { std::filesystem::remove_all(directory_); }

  std::string file(std::string const& name, std::string const& text) const {
    std::ofstream{directory_ / name} << text;
    return (directory_ / name).string();
  }

  int run(std::vector<std::string> words) {
    CLI::App app;
    auto config_dir = config_dir_;
    RegulationCommands regulation{app, config_dir};
    std::reverse(words.begin(), words.end());
    app.parse(words);
    EXPECT_TRUE(regulation.chosen());
    out_.str("");
    err_.str("");
    return regulation.run(out_, err_);
  }

  std::filesystem::path config_dir_ = std::filesystem::path{CE_SOURCE_DIR} / "config";
  std::filesystem::path directory_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(Command, EndsWithTheCount) {
  auto const good =
      file("good.json", R"({"mask_cases": [{"id": "A", "kind": "id", "input": "1", "masked": "*"}]})");
  EXPECT_EQ(run({"regulation", "check", good}), 0);
  EXPECT_EQ(out_.str(), "1 passed, 0 failed\n");
}

TEST_F(Command, PrintsDifferencesAndExitsWithOne) {
  auto const bad =
      file("bad.json", R"({"mask_cases": [{"id": "A", "kind": "id", "input": "1", "masked": "1"}]})");
  EXPECT_EQ(run({"regulation", "check", bad}), 1);
  EXPECT_EQ(out_.str(), "mask_cases A: masked: expected \"1\", ours is \"*\"\n0 passed, 1 failed\n");
}

TEST_F(Command, PrintsVerdictsAsJson) {
  auto const cases =
      file("cases.json", R"({"mask_cases": [{"id": "A", "kind": "id", "input": "1", "masked": "1"}]})");
  EXPECT_EQ(run({"regulation", "check", cases, "--json"}), 0);
  EXPECT_THAT(out_.str(), testing::HasSubstr(R"("masked": "*")"));
}

TEST_F(Command, NamesTheFileThatCannotBeRead) {
  EXPECT_EQ(run({"regulation", "check", "/nowhere/cases.json"}), 2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("/nowhere/cases.json"));
}

TEST_F(Command, NamesTheConfigurationThatIsMissing) {
  auto const cases = file("cases.json", "{}");
  EXPECT_EQ(run({"regulation", "--config-dir", "/nowhere", "check", cases}), 2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("config_missing: /nowhere/rules"));
}

TEST_F(Command, NamesTheLineOfABadPack) {
  std::filesystem::create_directory(directory_ / "rules");
  auto const pack = file("rules/X.toml", "id = \"X\"\nfrom_year = 1999\nto_year = 2012\n");
  auto const cases = file("cases.json", "{}");
  EXPECT_EQ(run({"regulation", "--config-dir", directory_.string(), "check", cases}), 2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("pack_invalid: X.toml line 2: from_year"));
}

constexpr auto short_year = R"({"credit_cases": [{"id": "C", "pack": "GD2010", "year": 2011, "guide":
  {"professional_mandatory_hours": 14}, "records": [
  {"subject": "professional", "mandatory": true, "activity": "training", "hours": 8},
  {"subject": "elective", "activity": "training", "hours": 12, "status": "rejected"}]}]})";

TEST_F(Command, ExplainsACaseToAPerson) {
  EXPECT_EQ(run({"regulation", "explain", file("cases.json", short_year), "C"}), 0);
  EXPECT_THAT(out_.str(), testing::StartsWith("2011 年度专业技术人员继续教育学习情况说明\n"));
  EXPECT_THAT(out_.str(), testing::HasSubstr("还差专业科目必修 6 学时（第六条）\n"));
  EXPECT_THAT(
      out_.str(),
      testing::HasSubstr("2. 选修科目，培训，登记 12 学时：不计；尚未通过审核认定，暂不计算（第十三条）\n"));
}

TEST_F(Command, NamesTheCaseThatIsNotThere) {
  EXPECT_EQ(run({"regulation", "explain", file("cases.json", short_year), "D"}), 2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("none has the id D"));
  EXPECT_EQ(run({"regulation", "explain", file("none.json", "{}"), "D"}), 2);
  EXPECT_EQ(run({"regulation", "explain", file("no.json", "{"), "D"}), 2);
  EXPECT_EQ(run({"regulation", "explain", file("bad.json", R"({"credit_cases": [{"year": "x"}]})"), "#1"}),
            2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("credit_cases #1: year: expected a whole number"));
}

TEST_F(Command, PrintsTheRoles) {
  EXPECT_EQ(run({"roles", "--year", "2011"}), 0);
  EXPECT_EQ(out_.str(), R"(规则 GD2010，2010 至 2019 年度
登记（第四条）
　培训：专业技术人员或施教机构（第四条第（一）项）
　上级主管部门研修班：专业技术人员或施教机构（第四条第（一）项）
　学术报告、专题讲座：专业技术人员或用人单位（第四条第（二）项）
　继续教育实践：专业技术人员或用人单位（第四条第（二）项）
　学术会议：专业技术人员或用人单位（第四条第（二）项）
　学术访问：专业技术人员或用人单位（第四条第（二）项）
　远程教育：专业技术人员或用人单位（第四条第（三）项）
　网上学习：管理系统（第四条第（四）项）
　成果：专业技术人员或用人单位（参照第四条第（二）项）
　在职学历教育：专业技术人员或用人单位（参照第四条第（二）项）
审核（第十三条）
　市、县（区）用人单位的人员
　　公需科目：用人单位初审（第十三条第（一）项） → 人力资源社会保障部门审核认定（第十三条第（三）项）
　　专业科目：用人单位初审（第十三条第（一）项） → 行业主管部门或行业组织审核认定（第十三条第（二）项） → 人力资源社会保障部门复核（第十三条第（三）项）
　　选修科目：用人单位审核认定（第十三条第（一）项）
　人事档案由人才服务机构托管的人员
　　公需科目：人才服务机构初审（第十三条第（二）项） → 人力资源社会保障部门审核认定（第十三条第（三）项）
　　专业科目：人才服务机构初审（第十三条第（二）项） → 行业主管部门或行业组织审核认定（第十三条第（二）项） → 人力资源社会保障部门复核（第十三条第（三）项）
　　选修科目：人才服务机构审核认定（第十三条第（二）项）
　省直属单位的人员
　　公需科目：用人单位初审（第十三条第（一）项） → 人力资源社会保障部门审核认定（第十三条第（三）项）
　　专业科目：用人单位初审（第十三条第（一）项） → 行业主管部门或行业组织审核认定（第十三条第（二）项） → 人力资源社会保障部门复核（第十三条第（三）项）
　　选修科目：用人单位审核认定（第十三条第（一）项）
发放（第十四条）
　市、县（区）用人单位的人员：所在市、县（区）人力资源社会保障部门
　人事档案由人才服务机构托管的人员：与托管机构同级的人力资源社会保障部门
　省直属单位的人员：省人力资源和社会保障厅
)");
  EXPECT_EQ(run({"roles"}), 0);
  EXPECT_THAT(out_.str(), testing::StartsWith("规则 GD2021，2021 至 2099 年度"));
}

TEST_F(Command, PrintsTheRolesOfAPackThatDeparts) {
  std::filesystem::copy(CE_SOURCE_DIR "/config/regions", directory_ / "regions");
  std::filesystem::create_directory(directory_ / "rules");
  file(
      "rules/X.toml",
      "id = \"X\"\nfrom_year = 2030\nto_year = 2030\n[hours]\npublic = 18\nprofessional = 42\nelective = 12\n"
      "total = 72\nday = 6\nprofessional_mandatory = 14\n[review]\nbasis = \"粤人社规〔2030〕2号\"\n"
      "[review.employed]\nelective = [\"hrss\"]\n");
  config_dir_ = directory_;
  EXPECT_EQ(run({"roles", "--year", "2030"}), 0);
  EXPECT_THAT(out_.str(), testing::StartsWith("规则 X，2030 年度\n"));
  EXPECT_THAT(out_.str(), testing::HasSubstr("审核（第十三条）\n　依据：粤人社规〔2030〕2号\n"));
  EXPECT_THAT(out_.str(), testing::HasSubstr("　　选修科目：人力资源社会保障部门审核认定"));
  EXPECT_EQ(run({"roles", "--year", "2031"}), 2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("no rule pack covers 2031"));
}

}  // namespace
}  // namespace ce::casebook
