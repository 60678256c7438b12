#include "central/roster/permission.h"

#include "central/store/rows.h"

namespace ce::roster {

using accounts::Role;

bool keeps_units(accounts::Keeper const& keeper, std::string_view region, bool provincial) {
  if (keeper.role == Role::system_operator) return true;
  return keeper.role == Role::hrss && store::RegionScope{keeper.region}.covers(region) &&
         (!provincial || keeper.region == province);
}

bool keeps_people(accounts::Keeper const& keeper, std::string_view region) {
  return keeper.role == Role::hrss && store::RegionScope{keeper.region}.covers(region);
}

bool approves_online(accounts::Keeper const& keeper) {
  return keeper.role == Role::hrss && keeper.region == province;
}

}  // namespace ce::roster
