#include "shared/certificate/regions.h"

#include <algorithm>
#include <array>

namespace ce::certificate {
namespace {

Failure malformed(std::string_view file, int line, std::string_view what) {
  return {FailureCode::config_malformed,
          std::string{file} + " line " + std::to_string(line) + ": " + std::string{what}};
}

bool is_code(std::string_view text) {
  return text.size() == 6 && text.starts_with("44") &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    auto const at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// Calls row(fields, line number) for each line after the header.
template <class Row>
Result<void> each_row(std::string_view csv, std::string_view file, std::size_t fields, Row row) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  int line_number = 0;
  for (std::string_view line : split(csv, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line_number == 1 || line.empty()) continue;
    auto const parts = split(line, ',');
    if (parts.size() != fields) {
      return malformed(file, line_number, "expected " + std::to_string(fields) + " fields");
    }
    if (!is_code(parts[0])) return malformed(file, line_number, "a code is six digits starting with 44");
    CE_CHECK(row(parts, line_number));
  }
  return {};
}

// "201412", or 0 for "<=200912" and "current_201904", which leave that end open.
std::optional<int> month_of(std::string_view text) {
  if (text.starts_with("<=") || text.starts_with("current_")) return 0;
  if (text.size() != 6) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<RegionLevel> level_named(std::string_view name) {
  if (name == "province") return RegionLevel::province;
  if (name == "prefecture") return RegionLevel::prefecture;
  constexpr auto county_level =
      std::to_array<std::string_view>({"district", "county", "county_level_city", "autonomous_county"});
  if (std::find(county_level.begin(), county_level.end(), name) != county_level.end()) {
    return RegionLevel::district;
  }
  return std::nullopt;
}

template <class Rows>
auto const* find_code(Rows const& rows, std::string_view code) {
  auto const at = std::lower_bound(rows.begin(), rows.end(), code,
                                   [](auto const& row, std::string_view c) { return row.code < c; });
  return at != rows.end() && at->code == code ? &*at : nullptr;
}

template <class Rows>
std::optional<std::string> sort_unique(Rows& rows) {
  std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.code < b.code; });
  auto const twice = std::adjacent_find(rows.begin(), rows.end(),
                                        [](auto const& a, auto const& b) { return a.code == b.code; });
  if (twice == rows.end()) return std::nullopt;
  return twice->code;
}

}  // namespace

Result<Regions> Regions::parse(std::string_view regions_csv, std::string_view history_csv) {
  constexpr std::string_view regions_file = "gd_regions.csv";
  constexpr std::string_view history_file = "gd_regions_history.csv";
  Regions regions;
  CE_CHECK(each_row(regions_csv, regions_file, 4, [&](auto const& parts, int line) -> Result<void> {
    auto const level = level_named(parts[2]);
    if (!level) return malformed(regions_file, line, "unknown level");
    if (parts[1].empty()) return malformed(regions_file, line, "the name is empty");
    regions.regions_.push_back({std::string{parts[0]}, std::string{parts[1]}, *level, std::string{parts[3]}});
    return {};
  }));
  CE_CHECK(each_row(history_csv, history_file, 5, [&](auto const& parts, int line) -> Result<void> {
    auto const first = month_of(parts[2]);
    auto const last = month_of(parts[3]);
    if (!first || !last)
      return malformed(history_file, line, "a month is yyyymm, <=yyyymm or current_yyyymm");
    regions.changes_.push_back(
        {std::string{parts[0]}, std::string{parts[1]}, *first, *last, std::string{parts[4]}});
    return {};
  }));
  if (regions.regions_.empty()) return malformed(regions_file, 1, "no region in it");
  if (auto twice = sort_unique(regions.regions_)) return malformed(regions_file, 1, *twice + " occurs twice");
  if (auto twice = sort_unique(regions.changes_)) return malformed(history_file, 1, *twice + " occurs twice");
  for (Region const& region : regions.regions_) {
    if (region.level != RegionLevel::province && regions.find(region.parent) == nullptr) {
      return malformed(regions_file, 1, "the parent of " + region.code + " is missing");
    }
  }
  return regions;
}

Region const* Regions::find(std::string_view code) const {
  return find_code(regions_, code);
}

RegionChange const* Regions::find_change(std::string_view code) const {
  return find_code(changes_, code);
}

std::string Regions::issuing_code(std::string_view code, int year) const {
  RegionChange const* change = find_change(code);
  bool const retired = change != nullptr && change->last_seen != 0 && year > change->last_seen / 100;
  return retired && !change->successor.empty() ? change->successor : std::string{code};
}

std::vector<std::string> Regions::predecessors(std::string_view code) const {
  std::vector<std::string> found;
  for (auto const& change : changes_) {
    if (change.last_seen == 0 || change.successor != code || change.code == code) continue;
    found.push_back(change.code);
    for (auto& before : predecessors(change.code)) found.push_back(std::move(before));
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string Regions::name_within_city(std::string_view code) const {
  if (Region const* region = find(code)) return region->name;
  if (RegionChange const* change = find_change(code)) return change->name;
  return {};
}

std::string Regions::full_name(std::string_view code) const {
  std::string const name = name_within_city(code);
  if (name.empty()) return {};
  Region const* region = find(code);
  RegionLevel const level = region == nullptr ? RegionLevel::district : region->level;
  std::string text = name_within_city("440000");
  if (level == RegionLevel::province) return text;
  if (level == RegionLevel::district) text += name_within_city(std::string{code.substr(0, 4)} + "00");
  return text + name;
}

std::string Regions::authority_name(std::string_view code) const {
  std::string const name = name_within_city(code);
  if (name.empty()) return {};
  Region const* region = find(code);
  if (region != nullptr && region->level == RegionLevel::province) return name + "人力资源和社会保障厅";
  // A district's bureau carries its city's name; counties and county-level cities go by their own.
  bool const district_of_city =
      name.ends_with("区") && (region == nullptr || region->level == RegionLevel::district);
  std::string const city = district_of_city ? name_within_city(std::string{code.substr(0, 4)} + "00") : "";
  return city + name + "人力资源和社会保障局";
}

}  // namespace ce::certificate
