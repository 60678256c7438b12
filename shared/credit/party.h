#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ce::credit {

/// Everyone who does something to a record or a certificate (articles 4, 13 and 14).
enum class Party : std::uint8_t {
  person,              // the professional
  institution,         // 施教机构
  employer,            // 用人单位
  system,              // the management system itself, for approved sites
  talent_agency,       // 人才服务机构 that hosts the person's file
  industry_authority,  // 有关行政部门或行业组织
  hrss,                // 人力资源社会保障部门
};

enum class Duty : std::uint8_t {
  registers,     // 登记
  first_review,  // 初审
  recognises,    // 审核认定
  rechecks,      // 复核
  issues,        // 发放
};

[[nodiscard]] std::string_view code_of(Party party);  // "talent_agency"
[[nodiscard]] std::optional<Party> party_named(std::string_view code);
[[nodiscard]] std::string_view words_for(Party party);  // "人才服务机构"
[[nodiscard]] std::string_view words_for(Duty duty);    // "审核认定"

}  // namespace ce::credit
