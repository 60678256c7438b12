#include "central/casebook/casebook.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "central/casebook/judges.h"

namespace ce::casebook {
namespace {

// A list of the file: who judges its cases, where they keep what they expect, and its keys. A key that a case
// leaves out is not expected.
struct List {
  std::string_view name;
  Result<Json> (*judge)(Json const&, Rulebook const&);
  bool nested;  // in the object `expected` instead of beside the question
  std::span<std::string_view const> keys;
};

constexpr auto credit_keys =
    std::to_array<std::string_view>({"units", "hours", "complete", "reasons", "notes"});
constexpr auto registration_keys = std::to_array<std::string_view>({"allowed", "article"});
constexpr auto review_keys = std::to_array<std::string_view>({"expected_state", "expected_error"});
constexpr auto number_keys =
    std::to_array<std::string_view>({"valid", "reason", "normalized", "region", "credit_year", "seq"});
constexpr auto sequence_keys = std::to_array<std::string_view>({"expect", "expect_error"});
constexpr auto issuer_keys = std::to_array<std::string_view>({"issuer"});
constexpr auto id_keys =
    std::to_array<std::string_view>({"valid", "kind", "reason", "birth", "sex", "convert18"});
constexpr auto mask_keys = std::to_array<std::string_view>({"masked"});

constexpr auto lists = std::to_array<List>({
    {"credit_cases", judge_credit, true, credit_keys},
    {"registration_cases", judge_registration, false, registration_keys},
    {"review_cases", judge_review, false, review_keys},
    {"number_cases", judge_number, false, number_keys},
    {"sequence_cases", judge_sequence, false, sequence_keys},
    {"issuer_cases", judge_issuer, false, issuer_keys},
    {"id_cases", judge_id, false, id_keys},
    {"mask_cases", judge_mask, false, mask_keys},
});

// Hours are told with two decimals; the exact figures are the units.
bool same_number(Json const& a, Json const& b) {
  constexpr double half_of_last_decimal = 0.005;
  if (a.is_number_integer() && b.is_number_integer()) return a == b;
  return std::abs(a.get<double>() - b.get<double>()) < half_of_last_decimal;
}

void compare(Json const& expected, Json const& ours, std::string const& path,
             std::vector<std::string>& differences);

void compare_objects(Json const& expected, Json const& ours, std::string const& path,
                     std::vector<std::string>& differences) {
  for (auto const& [key, value] : expected.items()) {
    Json const* own = field(ours, key);
    std::string inner = path;
    inner.append(".").append(key);
    compare(value, own == nullptr ? Json{} : *own, inner, differences);
  }
}

// Lists hold codes; their order says nothing.
Json sorted(Json list) {
  std::sort(list.begin(), list.end());
  return list;
}

void compare(Json const& expected, Json const& ours, std::string const& path,
             std::vector<std::string>& differences) {
  if (expected.is_object() && ours.is_object()) {
    compare_objects(expected, ours, path, differences);
    return;
  }
  bool const same = expected.is_number() && ours.is_number() ? same_number(expected, ours)
                    : expected.is_array() && ours.is_array() ? sorted(expected) == sorted(ours)
                                                             : expected == ours;
  if (!same) differences.push_back(path + ": expected " + expected.dump() + ", ours is " + ours.dump());
}

std::vector<std::string> differences_of(List const& list, Json const& test_case, Json const& ours) {
  std::vector<std::string> differences;
  Json const* expected = list.nested ? field(test_case, "expected") : &test_case;
  if (expected == nullptr || !expected->is_object()) return {"expected: missing"};
  bool expects_something = false;
  for (std::string_view key : list.keys) {
    auto const at = expected->find(key);
    if (at == expected->end()) continue;
    expects_something = true;
    Json const* own = field(ours, key);
    compare(*at, own == nullptr ? Json{} : *own, std::string{key}, differences);
  }
  // A case that says nothing would agree with anything.
  if (!expects_something) return {"expects nothing that we know, such as " + std::string{list.keys.front()}};
  return differences;
}

Json judge_case(List const& list, Json const& test_case, std::string const& id, Rulebook const& rules,
                CasebookReport& report) {
  auto verdict = test_case.is_object() ? list.judge(test_case, rules)
                                       : Result<Json>{malformed("case", "expected an object")};
  std::vector<std::string> differences;
  if (verdict) {
    differences = differences_of(list, test_case, *verdict);
  } else {
    differences.push_back("malformed: " + verdict.failure().detail);
  }
  ++(differences.empty() ? report.passed : report.failed);
  for (std::string& text : differences) {
    report.differences.push_back({std::string{list.name}, id, std::move(text)});
  }
  Json entry{{"id", id}};
  if (verdict) {
    entry.update(*verdict);
  } else {
    entry["error"] = verdict.failure().detail;
  }
  return entry;
}

}  // namespace

Result<CasebookReport> check_casebook(std::string_view json_text, Rulebook const& rules) {
  CE_TRY(Json const file, parse_case_file(json_text));
  CasebookReport report;
  Json verdicts = Json::object();
  for (List const& list : lists) {
    Json const* cases = field(file, list.name);
    if (cases == nullptr) continue;
    if (!cases->is_array()) {
      return Failure{FailureCode::input_invalid, std::string{list.name} + ": expected a list"};
    }
    Json& own = verdicts[std::string{list.name}] = Json::array();
    for (std::size_t i = 0; i < cases->size(); ++i) {
      Json const& test_case = (*cases)[i];
      own.push_back(judge_case(list, test_case, id_of(test_case, i), rules, report));
    }
  }
  report.verdicts_json = verdicts.dump(2);
  return report;
}

}  // namespace ce::casebook
