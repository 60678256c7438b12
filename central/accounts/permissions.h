#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "central/accounts/keeper.h"

namespace ce::accounts {

/// What is kept besides records, certificates and accounts (of which the regulation and keeper.h speak).
enum class Deed : std::uint8_t {
  keep_people,            // open, change, hand on, close
  correct_number,         // of a person that was typed wrongly
  keep_units,             // employers, institutions, talent agencies
  keep_provincial_units,  // those that no county reviews or issues for
  approve_online,         // institutions for online study
  let_sites_in,           // give an approved institution its key
  set_authority,          // name, seal and its mode
  set_kiosks,             // how they behave, from afar
  upgrade_kiosks,         // to which version of their program
};

/// Where.
enum class Area : std::uint8_t {
  own_region,   // and what lies within it
  very_region,  // that alone, at its own level (article 14)
  province,     // the province's own department alone
  everywhere,
};

/// One row of the table of who may do what; where there is none, nobody may. What the code asks and what
/// `ce-admin roles` prints.
struct Permission {
  Deed deed;
  Role role;
  Area area;
  std::string_view reason;
};
[[nodiscard]] std::span<Permission const> permissions();

/// Who may do that anywhere: who is shown the page for it.
[[nodiscard]] std::vector<Role> roles_for(Deed deed);

/// Whether `keeper` may do that in that region.
[[nodiscard]] bool may(Keeper const& keeper, Deed deed, std::string_view region);

/// Both tables as people read them, a line for each row.
[[nodiscard]] std::string permissions_text();

}  // namespace ce::accounts
