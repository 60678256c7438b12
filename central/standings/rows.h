#pragma once

#include <span>

#include "central/standings/standing.h"

/// The table yearly_standings. Private to this room.
namespace ce::standings {

/// Adds the rows or puts them in the place of old ones, as storage::insert_rows() does. No year of a person
/// twice.
[[nodiscard]] Result<void> write_standings(storage::Database& database, std::span<Standing const> standings);

}  // namespace ce::standings
