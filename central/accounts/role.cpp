#include "central/accounts/role.h"

namespace ce::accounts {

std::optional<Role> role_named(std::string_view word) {
  for (std::size_t i = 0; i < role_words.size(); ++i) {
    if (role_words[i] == word) return static_cast<Role>(i);
  }
  return std::nullopt;
}

std::string_view chinese_of(Role role) {
  return role == Role::system_operator ? "系统运维" : credit::words_for(party_of(role));
}

credit::Party party_of(Role role) {
  constexpr auto parties = std::to_array<credit::Party>(
      {credit::Party::person, credit::Party::institution, credit::Party::employer,
       credit::Party::industry_authority, credit::Party::talent_agency, credit::Party::hrss,
       credit::Party::person});
  return parties.at(static_cast<std::size_t>(role));
}

std::string_view party_word(Role role) {
  return role == Role::system_operator ? word_of(role) : credit::code_of(party_of(role));
}

bool has_unit(Role role) {
  return role == Role::institution || role == Role::employer || role == Role::talent_agency;
}

}  // namespace ce::accounts
