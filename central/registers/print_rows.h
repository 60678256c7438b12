#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "central/registers/register.h"
#include "central/registers/roll_up.h"
#include "shared/storage/database.h"

/// What the statements over prints have in common: those of certificates (issue_register) and those of lost
/// ones (lost_prints). Private to this room.
namespace ce::registers {

/// The latest word of the print's own kiosk on print `r`, as in the view `prints`; asked for line by line, so
/// that a page reads no more than its prints.
[[nodiscard]] std::string latest(std::string const& column);

/// A print from columns 10 to 17 of the row.
[[nodiscard]] Result<Print> read_print(storage::Statement const& row);

/// The first moment that is asked for, and the one behind the last.
[[nodiscard]] std::pair<std::int64_t, std::int64_t> print_span(Filter const& filter);

/// Behind a scope's numbers. A number begins with its region's digits, whichever rule gave it
/// (shared/certificate), so a scope is one range of the table's key.
[[nodiscard]] std::string end_of(store::RegionScope const& scope);

/// Of prints q(blank_number, requested_ms, outcome): how many, with how many blanks, and how many blanks of
/// these failed and were used by a later print, whosever sheet that was.
inline constexpr std::string_view print_sums =
    "COUNT(*), SUM(CASE WHEN q.blank_number <> '' THEN 1 ELSE 0 END), SUM(CASE WHEN q.outcome = 'failed' AND "
    "q.blank_number <> '' AND (EXISTS (SELECT 1 FROM issue_register later WHERE later.blank_number = "
    "q.blank_number AND later.requested_ms > q.requested_ms) OR EXISTS (SELECT 1 FROM lost_prints later "
    "WHERE "
    "later.blank_number = q.blank_number AND later.requested_ms > q.requested_ms)) THEN 1 ELSE 0 END)";

/// Adds prints of one outcome (empty: none was told), whose print_sums stand in the row from `column` on.
void add_prints(RollUp& sum, std::string_view outcome, storage::Statement const& row, int column);

}  // namespace ce::registers
