#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/review/work_list.h"

namespace ce::review {

/// Whose work lies in regions, not at a unit.
[[nodiscard]] bool works_by_region(Actor const& actor);

/// The WHERE that chooses an actor's work; parameters $1 to $8 are bound by bind_work().
[[nodiscard]] std::optional<std::string> work_condition(Actor const& actor);

/// Fails with input_invalid where the filter's region is none of the actor's.
[[nodiscard]] Result<void> bind_work(storage::Statement& statement, Actor const& actor,
                                     WorkFilter const& filter);

/// The ids of a page of an actor's work, one more than `filter.limit` where there is one, ascending; nothing
/// for parties that review nothing. Region by region, each in the order of its index, and those merged: as
/// one range of regions all that waits there would be sorted for a page.
[[nodiscard]] Result<std::vector<std::int64_t>> ids_of_work(storage::Database& database, Actor const& actor,
                                                            WorkFilter const& filter);

}  // namespace ce::review
