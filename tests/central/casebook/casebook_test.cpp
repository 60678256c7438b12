#include "central/casebook/casebook.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace ce::casebook {
namespace {

std::filesystem::path const source_dir = CE_SOURCE_DIR;
std::filesystem::path const worked_cases =
    std::filesystem::path{CE_SHARED_DIR} / "data/regulation_cases.json";

Rulebook rulebook() {
  auto rules = load_rulebook(source_dir / "config", *Date::make(2026, 3, 1));
  EXPECT_TRUE(rules) << describe(rules.failure());
  return *std::move(rules);
}

std::string read(std::filesystem::path const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

CasebookReport check(std::string const& text) {
  auto report = check_casebook(text, rulebook());
  EXPECT_TRUE(report) << describe(report.failure());
  return *std::move(report);
}

TEST(Casebook, AgreesWithEveryWorkedCase) {
  if (!std::filesystem::exists(worked_cases)) GTEST_SKIP() << worked_cases << " is not here";
  auto const report = check(read(worked_cases));
  for (auto const& difference : report.differences) {
    ADD_FAILURE() << difference.list << ' ' << difference.id << ": " << difference.text;
  }
  EXPECT_EQ(report.passed, 119);
}

TEST(Casebook, AgreesWithOurOwnCases) {
  auto const report = check(read(source_dir / "tests/central/casebook/own_cases.json"));
  for (auto const& difference : report.differences) {
    ADD_FAILURE() << difference.list << ' ' << difference.id << ": " << difference.text;
  }
  EXPECT_GT(report.passed, 40);
}

TEST(Casebook, TellsEveryKeyThatDiffers) {
  auto const report = check(R"({"mask_cases": [
    {"id": "A", "kind": "name", "input": "李明", "masked": "李*"},
    {"id": "B", "kind": "name", "input": "李明", "masked": "*明"}],
    "id_cases": [{"id": "C", "input": "1", "valid": true, "reason": "OK"}]})");
  EXPECT_EQ(report.passed, 1);
  EXPECT_EQ(report.failed, 2);
  ASSERT_EQ(report.differences.size(), 3U);
  EXPECT_EQ(report.differences[2].id, "A");
  EXPECT_EQ(report.differences[2].text, R"(masked: expected "李*", ours is "*明")");
}

TEST(Casebook, CountsAMalformedCaseAsFailedAndNamesTheField) {
  auto const report = check(R"({"credit_cases": [
    {"id": "bad", "pack": "GD2010", "year": 2011, "guide": null, "expected": {"complete": false},
     "records": [{"subject": "public", "activity": "training", "hours": -1}]},
    {"id": "pack", "pack": "GD1999", "year": 2011, "records": [], "expected": {}},
    17]})");
  ASSERT_EQ(report.failed, 3);
  EXPECT_EQ(report.differences[0].text,
            "malformed: records[0]: hours: expected credit hours, zero or more, in steps of 30 s");
  EXPECT_EQ(report.differences[1].text, "malformed: pack: no rule pack is named \"GD1999\"");
  EXPECT_EQ(report.differences[2].id, "#3");
}

TEST(Casebook, PrintsVerdictsByListAndId) {
  auto const report = check(R"({"number_cases": [{"id": "N", "input": "4401 0611 000001"}]})");
  auto const verdicts = nlohmann::json::parse(report.verdicts_json);
  EXPECT_EQ(verdicts["number_cases"][0], (nlohmann::json{{"id", "N"},
                                                         {"valid", true},
                                                         {"reason", "OK"},
                                                         {"normalized", "44010611000001"},
                                                         {"region", "440106"},
                                                         {"credit_year", 2011},
                                                         {"seq", 1}}));
  EXPECT_FALSE(verdicts.contains("credit_cases"));
}

TEST(Casebook, RefusesWhatIsNoCaseFile) {
  for (char const* text : {"", "[]", "{", "{\"id_cases\": 5}", "{\"id_cases\": [\"\xFF\"]}"}) {
    auto const report = check_casebook(text, rulebook());
    ASSERT_FALSE(report) << text;
    EXPECT_EQ(report.failure().code, FailureCode::input_invalid);
  }
}

}  // namespace
}  // namespace ce::casebook
