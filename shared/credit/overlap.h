#pragma once

#include <span>
#include <vector>

#include "shared/credit/record.h"
#include "shared/credit/verdict.h"

namespace ce::credit {

/// Adds overlap_warning to every counted record that cannot have taken place beside another one: the study
/// days of the two do not fit into their dates, or the two say the same thing twice. A warning only: both
/// go on counting. `counted` is in the order of `records`.
void note_overlaps(std::span<Record const> records, std::span<Counted> counted);

/// The places of the counted records that cannot have taken place beside record `at`, in order.
[[nodiscard]] std::vector<std::size_t> overlapping(std::span<Record const> records,
                                                   std::span<Counted const> counted, std::size_t at);

}  // namespace ce::credit
