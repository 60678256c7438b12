#pragma once

#include <vector>

#include "central/registers/kept_counts.h"
#include "central/registers/register.h"
#include "shared/storage/database.h"

/// Sheets whose certificates the store lost when it was brought back from a backup (central/restored): few,
/// and none where it never was. Private to this room.
namespace ce::registers {

/// "广东省广州市萝岗区" where `region` is a county that is no more, else empty.
[[nodiscard]] std::string retired_name(certificate::Regions const& regions, std::string const& region);

/// Adds a line of each that the filter asks for, ascending. Of none where it asks for days of issue: nobody
/// knows those any more.
[[nodiscard]] Result<void> add_lost_lines(storage::Database& database, Filter const& filter,
                                          certificate::Regions const& regions, std::vector<Line>& lines);

/// How many lines that are.
[[nodiscard]] Result<std::int64_t> count_lost_lines(storage::Database& database, Filter const& filter);

/// Adds what the same sheets come to.
[[nodiscard]] Result<void> add_lost_counts(storage::Database& database, Filter const& filter,
                                           certificate::Regions const& regions, Counts& counts);

}  // namespace ce::registers
