#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::certificate {

/// `district` stands for every unit of county level: districts, counties, autonomous counties, county-level
/// cities.
enum class RegionLevel : std::uint8_t { province, prefecture, district };

struct Region {
  std::string code;  // GB/T 2260, six digits
  std::string name;
  RegionLevel level = RegionLevel::district;
  std::string parent;
};

/// A code that came or went since 2010.
struct RegionChange {
  std::string code;
  std::string name;
  int first_seen = 0;  // yyyymm, 0: before 2010
  int last_seen = 0;   // yyyymm, 0: still in use
  std::string successor;
};

/// Guangdong's regions and what became of retired ones. Immutable after parsing; any thread.
class Regions {
 public:
  /// From the text of gd_regions.csv and gd_regions_history.csv. Fails with config_malformed, naming the
  /// line.
  static Result<Regions> parse(std::string_view regions_csv, std::string_view history_csv);

  [[nodiscard]] Region const* find(std::string_view code) const;
  [[nodiscard]] RegionChange const* find_change(std::string_view code) const;
  /// The code that issues in `year` in place of `code`: its successor once it was retired, itself otherwise.
  [[nodiscard]] std::string issuing_code(std::string_view code, int year) const;
  /// The retired codes whose place `code` took, and theirs, ascending.
  [[nodiscard]] std::vector<std::string> predecessors(std::string_view code) const;
  /// In the order of their codes.
  [[nodiscard]] std::vector<Region> const& all() const { return regions_; }
  /// Codes that were retired or newly given, in their order.
  [[nodiscard]] std::vector<RegionChange> const& changes() const { return changes_; }
  /// "广东省广州市天河区"; cities without counties end at the city. Empty for an unknown code.
  [[nodiscard]] std::string full_name(std::string_view code) const;
  /// "广州市天河区人力资源和社会保障局"; the province's is 广东省人力资源和社会保障厅. Empty for unknown.
  [[nodiscard]] std::string authority_name(std::string_view code) const;

 private:
  [[nodiscard]] std::string name_within_city(std::string_view code) const;

  std::vector<Region> regions_;
  std::vector<RegionChange> changes_;
};

}  // namespace ce::certificate
