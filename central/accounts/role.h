#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/credit/party.h"

namespace ce::accounts {

/// What an account is for (articles 4, 13 and 14), and the operator, who keeps accounts and machines and has
/// no part in anybody's study.
enum class Role : std::uint8_t {
  professional,
  institution,
  employer,
  industry_authority,
  talent_agency,
  hrss,
  system_operator,
};

inline constexpr auto role_words = std::to_array<std::string_view>(
    {"professional", "institution", "employer", "industry_authority", "talent_agency", "hrss", "operator"});

[[nodiscard]] constexpr std::string_view word_of(Role role) {
  return role_words[static_cast<std::size_t>(role)];
}
[[nodiscard]] std::optional<Role> role_named(std::string_view word);
/// "施教机构", as people read it.
[[nodiscard]] std::string_view chinese_of(Role role);

/// The regulation's party. The operator counts as a person about whom nothing is registered, which may do
/// nothing.
[[nodiscard]] credit::Party party_of(Role role);

/// How audit entries name who acts: the party, or "operator".
[[nodiscard]] std::string_view party_word(Role role);

/// Whether accounts of that role belong to a row of employers, institutions or talent_agencies.
[[nodiscard]] bool has_unit(Role role);

}  // namespace ce::accounts
