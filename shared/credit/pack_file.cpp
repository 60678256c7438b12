#include "shared/credit/pack_file.h"

#include <algorithm>

#include "shared/base/toml_text.h"
#include "shared/credit/hours.h"
#include "shared/credit/pack_reading.h"
#include "shared/credit/switches.h"

namespace ce::credit {
namespace {

constexpr std::int64_t first_year = 2010;
constexpr std::int64_t last_year = 2099;
constexpr std::string_view id_characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

Result<toml::table const*> table_of(toml::table const& parent, std::string_view key, Place const& fail) {
  toml::table const* table = parent[key].as_table();
  if (table == nullptr) return fail(parent.source(), key, "the table is missing");
  return table;
}

// Whole hours as a number, others as exact text: a TOML number with a point is a binary fraction.
std::optional<CreditUnits> hours_in(toml::node const& node) {
  if (auto const whole = node.value_exact<std::int64_t>()) return exact_hours(std::to_string(*whole));
  auto const text = node.value_exact<std::string>();
  return text ? exact_hours(*text) : std::nullopt;
}

Result<CreditUnits> hours_of(toml::table const& table, std::string_view key, Place const& fail) {
  toml::node const* node = table.get(key);
  if (node == nullptr) return fail(table.source(), key, "missing; write credit hours");
  auto const units = hours_in(*node);
  if (!units) {
    return fail(node->source(), key,
                "expected credit hours, zero or more, in steps of 30 s: 18, or \"10.5\" in quotes");
  }
  return *units;
}

Result<std::int16_t> year_of(toml::table const& table, std::string_view key, Place const& fail) {
  toml::node const* node = table.get(key);
  if (node == nullptr) return fail(table.source(), key, "missing; write a year");
  auto const value = node->value_exact<std::int64_t>();
  if (!value || *value < first_year || *value > last_year) {
    return fail(node->source(), key, "expected a year from 2010 to 2099");
  }
  return static_cast<std::int16_t>(*value);
}

Result<void> read_hours(RulePack& pack, toml::table const& root, Place const& fail) {
  CE_TRY(toml::table const* hours, table_of(root, "hours", fail));
  CE_CHECK(only_known(
      *hours, {"public", "professional", "elective", "total", "day", "professional_mandatory"}, fail));
  CE_TRY(pack.public_required, hours_of(*hours, "public", fail));
  CE_TRY(pack.professional_required, hours_of(*hours, "professional", fail));
  CE_TRY(pack.elective_required, hours_of(*hours, "elective", fail));
  CE_TRY(pack.total_required, hours_of(*hours, "total", fail));
  CE_TRY(pack.day, hours_of(*hours, "day", fail));
  CE_TRY(pack.mandatory_min, hours_of(*hours, "professional_mandatory", fail));
  auto const at = hours->source();
  if (pack.day.count == 0) return fail(at, "day", "a study day counts more than nothing");
  if (pack.mandatory_min > pack.professional_required) {
    return fail(at, "professional_mandatory", "more than the professional subject");
  }
  if (pack.total_required < pack.public_required + pack.professional_required + pack.elective_required) {
    return fail(at, "total", "less than the three subjects together");
  }
  return {};
}

Result<void> read_switches(RulePack& pack, toml::table const& root, Place const& fail) {
  toml::node const* node = root.get("switches");
  if (node == nullptr) return {};
  if (!node->is_table()) return fail(node->source(), "switches", "expected a table");
  for (auto const& [key, value] : *node->as_table()) {
    std::string word;
    if (auto const text = value.value_exact<std::string>()) {
      word = *text;
    } else if (auto const flag = value.value_exact<bool>()) {
      word = *flag ? "true" : "false";
    }
    if (auto const turned = set_switch(pack.switches, key.str(), word); !turned) {
      return fail(value.source(), "switches", turned.failure().detail);
    }
  }
  return {};
}

// What article 6 asks for at least: a third of the professional subject, rounded up to the unit.
CreditUnits least_mandatory(RulePack const& pack) {
  CreditUnits const third{(pack.professional_required.count + 2) / 3};
  return std::max(third, pack.mandatory_min);
}

Result<YearGuide> read_guide(RulePack const& pack, toml::table const& table, Place const& fail) {
  CE_CHECK(only_known(table, {"year", "professional_mandatory"}, fail));
  YearGuide entry;
  CE_TRY(entry.year, year_of(table, "year", fail));
  CE_TRY(entry.guide.professional_mandatory, hours_of(table, "professional_mandatory", fail));
  if (!pack.covers(entry.year)) return fail(table.source(), "year", "outside the years of this pack");
  if (pack.guide_of(entry.year)) return fail(table.source(), "year", "has two study guides");
  if (entry.guide.professional_mandatory < least_mandatory(pack)) {
    return fail(table.source(), "professional_mandatory", "below the least that article 6 asks for");
  }
  if (entry.guide.professional_mandatory > pack.professional_required) {
    return fail(table.source(), "professional_mandatory", "more than the professional subject");
  }
  return entry;
}

Result<void> read_guides(RulePack& pack, toml::table const& root, Place const& fail) {
  toml::node const* node = root.get("study_guide");
  if (node == nullptr) return {};
  if (!node->is_array_of_tables()) {
    return fail(node->source(), "study_guide", "expected [[study_guide]] tables");
  }
  for (auto const& element : *node->as_array()) {
    CE_TRY(YearGuide entry, read_guide(pack, *element.as_table(), fail));
    pack.guides.push_back(entry);
  }
  return {};
}

}  // namespace

Failure Place::operator()(toml::source_region const& at, std::string_view key, std::string_view what) const {
  return {FailureCode::pack_invalid, std::string{file} + " line " + std::to_string(at.begin.line) + ": " +
                                         std::string{key} + ": " + std::string{what}};
}

Result<void> only_known(toml::table const& table, std::initializer_list<std::string_view> known,
                        Place const& fail) {
  for (auto const& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
      return fail(node.source(), key.str(), "unknown key");
    }
  }
  return {};
}

Result<RulePack> parse_pack(std::string_view toml, std::string_view file) {
  Place const fail{file};
  auto const read = read_toml(toml);
  if (read.fault) return Failure{FailureCode::pack_invalid, std::string{file} + " " + read.fault->told()};
  toml::table const& root = read.table;
  CE_CHECK(only_known(
      root, {"id", "from_year", "to_year", "hours", "switches", "registers", "review", "study_guide"}, fail));

  RulePack pack;
  auto const id = root["id"].value_exact<std::string>();
  if (!id || id->empty() || id->find_first_not_of(id_characters) != std::string::npos) {
    return fail(root.source(), "id", "write a name of letters, digits, - and _ like \"GD2010\"");
  }
  pack.id = *id;
  CE_TRY(pack.from_year, year_of(root, "from_year", fail));
  CE_TRY(pack.to_year, year_of(root, "to_year", fail));
  if (pack.to_year < pack.from_year)
    return fail(root["to_year"].node()->source(), "to_year", "before from_year");
  CE_CHECK(read_hours(pack, root, fail));
  CE_CHECK(read_switches(pack, root, fail));
  CE_TRY(pack.duties, read_duties(root, fail));
  if (auto const fault = fault_of(pack.duties, pack.switches.hosted_review)) {
    return fail(root.source(), "duties", *fault);
  }
  CE_CHECK(read_guides(pack, root, fail));
  return pack;
}

}  // namespace ce::credit
