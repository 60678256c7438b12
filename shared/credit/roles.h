#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/credit/record.h"

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

/// One row of the table: who does what to which records.
struct Assignment {
  Duty duty = Duty::registers;
  Party party = Party::person;
  std::optional<Activity> activity;  // registering goes by activity
  std::optional<Subject> subject;    // review goes by subject
  std::string_view article;          // "13(1)", or why where the regulation is silent
};

/// The whole table, in the order of the articles.
[[nodiscard]] std::span<Assignment const> assignments();

/// Article 4: whether `party` may register a record of that activity, and by which paragraph.
struct Registration {
  bool allowed = false;
  std::string_view article;
};
[[nodiscard]] Registration may_register(Party party, Activity activity);

/// Article 14: the six-digit region whose HRSS issues the certificate: that of the agency which hosts the
/// file where one does, else of the unit. `unit_region` is 440000 for units directly under the province.
[[nodiscard]] std::string issuing_region(std::string_view unit_region,
                                         std::optional<std::string_view> hosting_region);

[[nodiscard]] std::string_view code_of(Party party);  // "talent_agency"
[[nodiscard]] std::optional<Party> party_named(std::string_view code);
[[nodiscard]] std::string_view words_for(Party party);  // "人才服务机构"
[[nodiscard]] std::string_view words_for(Duty duty);    // "审核认定"

}  // namespace ce::credit
