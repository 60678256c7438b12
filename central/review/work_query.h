#pragma once

#include <optional>
#include <string>

#include "central/review/work_list.h"

namespace ce::review {

/// The FROM and WHERE that choose an actor's work; parameters $1 to $8 are bound by bind_work().
/// A county, a city and the province are each asked for so that an index gives a page in its order.
[[nodiscard]] std::optional<std::string> work_condition(Actor const& actor, WorkFilter const& filter);

/// Fails with input_invalid where the filter's region is none of the actor's.
[[nodiscard]] Result<void> bind_work(storage::Statement& statement, Actor const& actor,
                                     WorkFilter const& filter);

}  // namespace ce::review
