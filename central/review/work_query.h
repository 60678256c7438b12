#pragma once

#include <optional>
#include <string>

#include "central/review/work_list.h"

namespace ce::review {

/// The FROM and WHERE that choose an actor's work; parameters $1 to $8 are bound by bind_work().
/// A county, a city and the province are each asked for so that an index gives a page in its order.
[[nodiscard]] std::optional<std::string> work_condition(Actor const& actor, WorkFilter const& filter);

/// The same of records that can still be decided: what a closed year keeps has its row in the list, which
/// says so, and is no work.
[[nodiscard]] std::optional<std::string> open_work_condition(Actor const& actor);

/// Of learning_records, one more condition: its year takes decisions.
[[nodiscard]] std::string and_year_is_open();

/// Fails with input_invalid where the filter's region is none of the actor's.
[[nodiscard]] Result<void> bind_work(storage::Statement& statement, Actor const& actor,
                                     WorkFilter const& filter);

}  // namespace ce::review
