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
    auto config_dir = std::filesystem::path{CE_SOURCE_DIR} / "config";
    RegulationCommands regulation{app, config_dir};
    std::reverse(words.begin(), words.end());
    app.parse(words);
    EXPECT_TRUE(regulation.chosen());
    out_.str("");
    err_.str("");
    return regulation.run(out_, err_);
  }

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
  EXPECT_THAT(out_.str(), testing::StartsWith("2011 年度继续教育学习情况（规则 GD2010）\n"));
  EXPECT_THAT(out_.str(), testing::HasSubstr("还差专业科目必修 6 学时（第六条）\n"));
  EXPECT_THAT(out_.str(),
              testing::HasSubstr("2. 选修科目 培训：不计；尚未通过审核认定，暂不计算（第十三条）\n"));
}

TEST_F(Command, NamesTheCaseThatIsNotThere) {
  EXPECT_EQ(run({"regulation", "explain", file("cases.json", short_year), "D"}), 2);
  EXPECT_THAT(err_.str(), testing::HasSubstr("none has the id D"));
  EXPECT_EQ(run({"regulation", "explain", file("none.json", "{}"), "D"}), 2);
  EXPECT_EQ(run({"regulation", "explain", file("no.json", "{"), "D"}), 2);
}

TEST_F(Command, PrintsTheRoles) {
  EXPECT_EQ(run({"roles"}), 0);
  EXPECT_THAT(out_.str(), testing::HasSubstr("施教机构 登记 培训（第四条第（一）项）\n"));
  EXPECT_THAT(out_.str(), testing::HasSubstr("人力资源社会保障部门 复核 专业科目（第十三条第（三）项）\n"));
  EXPECT_THAT(out_.str(), testing::HasSubstr("专业技术人员 登记 成果（参照第四条第（二）项）\n"));
  EXPECT_THAT(out_.str(), testing::EndsWith("人力资源社会保障部门 发放 证书（第十四条）\n"));
}

}  // namespace
}  // namespace ce::casebook
