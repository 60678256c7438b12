#pragma once

#include <cstdint>
#include <vector>

#include "central/seed/studies.h"

namespace ce::seed {

constexpr std::int64_t hour_ms = 3'600'000;

/// Gives each study days of its own between 2 January and `last_day`, in their order.
void spread_over_year(Random& random, int year, Date last_day, std::vector<Study>& studies);

/// The day on which a region issues a year's certificates in one batch: in December, or for the current year
/// some days before `today`.
[[nodiscard]] Date batch_day(int region, int year, Date today);

/// The last day on which a study of `year` may end, so that it was reviewed before the batch.
[[nodiscard]] Date last_study_day(int year, Date today);

}  // namespace ce::seed
