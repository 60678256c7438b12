#pragma once

#include <span>

#include "central/standings/standing.h"

/// The table yearly_standings. Private to this room.
namespace ce::standings {

/// Those of these people (at most storage::most_ids, not none), by person and year.
[[nodiscard]] Result<std::vector<Standing>> read_standings(storage::Database& database,
                                                           std::span<std::int64_t const> professionals);

/// Adds the row or puts it in the place of the old one, as Statement::run_later() does.
[[nodiscard]] Result<void> write_standing(storage::Database& database, Standing const& standing);

}  // namespace ce::standings
