#pragma once

#include <optional>
#include <string>

#include "central/review/work_list.h"

namespace ce::review {

/// The FROM and WHERE that choose an actor's work; parameters $1 to $8 are bound by bind_work().
/// One county is asked for by `=`, so that the index (state, region, id) gives a page in its order; several
/// are a range, of which all that waits is sorted.
[[nodiscard]] std::optional<std::string> work_condition(Actor const& actor, WorkFilter const& filter);

/// Fails with input_invalid where the filter's region is none of the actor's.
[[nodiscard]] Result<void> bind_work(storage::Statement& statement, Actor const& actor,
                                     WorkFilter const& filter);

}  // namespace ce::review
