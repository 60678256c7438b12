#pragma once

#include <string_view>

#include "central/roster/unit.h"

/// Private to this room.
namespace ce::roster {

[[nodiscard]] std::string_view table_of(UnitKind kind);

}  // namespace ce::roster
