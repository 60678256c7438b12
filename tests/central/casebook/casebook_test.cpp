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

// Every list takes keys that it does not know, and says of the others which field is wrong.
TEST(Casebook, LeavesUnknownKeysAndListsAlone) {
  auto const report = check(R"({"author": {"mail": null}, "dance_cases": [1, 2], "credit_cases": null,
    "meta": {"packs": {"GD2010": {"public": 1}}},
    "mask_cases": [{"id": 7, "kind": "id", "input": "1", "masked": "*", "colour": ["red"], "note": null}]})");
  EXPECT_EQ(report.passed, 1);
  EXPECT_EQ(report.failed, 0);
  EXPECT_EQ(nlohmann::json::parse(report.verdicts_json)["mask_cases"][0]["id"], "7");
}

TEST(Casebook, DoesNotAgreeWithACaseThatExpectsNothing) {
  auto const report = check(R"({"mask_cases": [{"id": "A", "kind": "id", "input": "1", "maskd": "*"}],
    "credit_cases": [{"id": "B", "year": 2011, "records": [], "expected": {}}]})");
  ASSERT_EQ(report.failed, 2);
  EXPECT_EQ(report.differences[0].text, "expects nothing that we know, such as units");
  EXPECT_EQ(report.differences[1].text, "expects nothing that we know, such as masked");
}

struct Malformed {
  std::string_view list;
  std::string_view body;
  std::string_view complaint;
};

class MalformedCase : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedCase, FailsWithListCaseAndField) {
  auto const& [list, body, complaint] = GetParam();
  auto const report = check("{\"" + std::string{list} + "\": [{\"id\": \"X\"" + std::string{body} + "}]}");
  ASSERT_EQ(report.failed, 1);
  EXPECT_EQ(report.differences[0].list, list);
  EXPECT_EQ(report.differences[0].id, "X");
  EXPECT_THAT(report.differences[0].text, testing::HasSubstr(std::string{complaint}));
}

constexpr std::string_view credit_list = "credit_cases";

INSTANTIATE_TEST_SUITE_P(
    Every, MalformedCase,
    testing::Values(
        Malformed{credit_list, "", "year: expected a year"},
        Malformed{credit_list, R"(, "year": "2011")", "year: expected a whole number"},
        Malformed{credit_list, R"(, "year": 2011.5)", "year: expected a whole number"},
        Malformed{credit_list, R"(, "year": 1999)", "no rule pack covers 1999"},
        Malformed{credit_list, R"(, "year": 2011, "pack": 7)", "pack: expected text"},
        Malformed{credit_list, R"(, "year": 2011)", "records: expected a list"},
        Malformed{credit_list, R"(, "year": 2011, "records": {})", "records: expected a list"},
        Malformed{credit_list, R"(, "year": 2011, "records": [7])", "records[0]: record: expected an object"},
        Malformed{credit_list, R"(, "year": 2011, "records": [], "config": [])",
                  "config: expected an object"},
        Malformed{credit_list, R"(, "year": 2011, "records": [], "config": {"day_credit": "x"})",
                  "config: day_credit: known values are fixed, actual"},
        Malformed{credit_list, R"(, "year": 2011, "records": [], "guide": {})",
                  "guide: professional_mandatory_hours is missing"},
        Malformed{credit_list, R"(, "year": 2011, "records": [], "guide": 14)",
                  "guide: professional_mandatory_hours is missing"},
        Malformed{credit_list, R"(, "year": 2011, "records": [], "expected": 1)", "expected: missing"},
        Malformed{credit_list, R"(, "year": 2011, "records": [{"subject": "public", "activity": "singing"}])",
                  "records[0]: activity: unknown word \"singing\""},
        Malformed{credit_list, R"(, "year": 2011, "records": [{"activity": "training"}])",
                  "subject: missing"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "hours": "6"}])",
            "hours: expected a number of credit hours"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "hours": 0.001}])",
            "hours: expected credit hours, zero or more, in steps of 30 s"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "hours": 1e9}])",
            "hours: expected credit hours"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "days": 1.3}])",
            "days: expected whole or half days"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "minutes": -5}])",
            "minutes: expected clock minutes"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "mandatory": 1}])",
            "mandatory: expected true or false"},
        Malformed{credit_list,
                  R"(, "year": 2011, "records": [{"subject": "public", "activity": "training",
                     "start": "2011-06-02", "end": "2011-06-01"}])",
                  "end: before start"},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "end": "2011-02-30"}])",
            "records[0]: end: "},
        Malformed{
            credit_list,
            R"(, "year": 2011, "records": [{"subject": "public", "activity": "training", "credit_year": 0}])",
            "credit_year: expected a year"},
        Malformed{"registration_cases", R"(, "activity": "training")", "registered_by: missing"},
        Malformed{"registration_cases", R"(, "activity": "training", "registered_by": "king")",
                  "registered_by: unknown"},
        Malformed{"registration_cases",
                  R"(, "pack": "GD1", "activity": "training", "registered_by": "person")",
                  "pack: no rule pack"},
        Malformed{"review_cases", R"(, "subject": "public")", "steps: expected a list"},
        Malformed{"review_cases", R"(, "subject": "public", "steps": [{"role": "employer"}])",
                  "decision: missing"},
        Malformed{"review_cases", R"(, "subject": "public", "route": "sea", "steps": [])",
                  "route: unknown word"},
        Malformed{"number_cases", R"(, "input": 44010611000001)", "input: expected text"},
        Malformed{"sequence_cases", "", "issue: expected an object"},
        Malformed{"sequence_cases", R"(, "issue": {"region": "999999", "year": 2011})",
                  "issue.region: no such region"},
        Malformed{"sequence_cases", R"(, "issue": {"region": "440106", "year": 1999})",
                  "issue.year: expected a year"},
        Malformed{"sequence_cases",
                  R"(, "issue": {"region": "440106", "year": 2011, "issue_date": "1999-01-01"})",
                  "issue.issue_date: outside"},
        Malformed{"sequence_cases", R"(, "scope": "world", "issue": {"region": "440106", "year": 2011})",
                  "scope: unknown word"},
        Malformed{"sequence_cases", R"(, "last": "1", "issue": {"region": "440106", "year": 2011})",
                  "last: LENGTH"},
        Malformed{"issuer_cases", R"(, "unit": "somewhere")", "unit: names no region"},
        Malformed{"issuer_cases", "", "unit: missing"},
        Malformed{"id_cases", R"(, "input": 5)", "input: expected text"},
        Malformed{"mask_cases", R"(, "kind": "face", "input": "x")", "kind: expected name or id"}));

TEST(Casebook, SaysWhereATextStopsBeingJson) {
  auto const report = check_casebook("{\n\"id_cases\": [\n{,}]}", rulebook());
  ASSERT_FALSE(report);
  EXPECT_THAT(report.failure().detail, testing::HasSubstr("line 3"));
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
