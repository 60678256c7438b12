#include "central/roster/permission.h"

#include "central/accounts/permissions.h"

namespace ce::roster {

using accounts::Deed;

bool keeps_units(accounts::Keeper const& keeper, std::string_view region, bool provincial) {
  return accounts::may(keeper, Deed::keep_units, region) &&
         (!provincial || accounts::may(keeper, Deed::keep_provincial_units, region));
}

bool keeps_people(accounts::Keeper const& keeper, std::string_view region) {
  return accounts::may(keeper, Deed::keep_people, region);
}

bool approves_online(accounts::Keeper const& keeper) {
  return accounts::may(keeper, Deed::approve_online, province);
}

}  // namespace ce::roster
