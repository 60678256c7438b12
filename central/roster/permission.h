#pragma once

#include <string_view>

#include "central/accounts/keeper.h"

/// Who keeps the persons and units that the system knows.
namespace ce::roster {

/// The province's own: units that no county reviews or issues for (article 14).
inline constexpr std::string_view province = "440000";

/// Whether `keeper` opens, changes and closes units of that region: HRSS those of its own, operators all.
/// What is provincial is the province's.
[[nodiscard]] bool keeps_units(accounts::Keeper const& keeper, std::string_view region, bool provincial);

/// Whether `keeper` keeps the persons of that region: HRSS alone (articles 13(3) and 14).
[[nodiscard]] bool keeps_people(accounts::Keeper const& keeper, std::string_view region);

/// Whether `keeper` approves institutions for online study: 省人力资源和社会保障厅 (article 4(4)).
[[nodiscard]] bool approves_online(accounts::Keeper const& keeper);

}  // namespace ce::roster
