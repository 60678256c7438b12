#include "shared/credit/party.h"

#include <algorithm>
#include <array>

namespace ce::credit {
namespace {

constexpr auto party_codes = std::to_array<std::string_view>(
    {"person", "institution", "employer", "system", "talent_agency", "industry_authority", "hrss"});

}  // namespace

std::string_view code_of(Party party) {
  return party_codes.at(static_cast<std::size_t>(party));
}

std::optional<Party> party_named(std::string_view code) {
  auto const* const at = std::find(party_codes.begin(), party_codes.end(), code);
  if (at == party_codes.end()) return std::nullopt;
  return static_cast<Party>(at - party_codes.begin());
}

std::string_view words_for(Party party) {
  constexpr auto words =
      std::to_array<std::string_view>({"专业技术人员", "施教机构", "用人单位", "管理系统", "人才服务机构",
                                       "行业主管部门或行业组织", "人力资源社会保障部门"});
  return words.at(static_cast<std::size_t>(party));
}

std::string_view words_for(Duty duty) {
  constexpr auto words = std::to_array<std::string_view>({"登记", "初审", "审核认定", "复核", "发放"});
  return words.at(static_cast<std::size_t>(duty));
}

}  // namespace ce::credit
