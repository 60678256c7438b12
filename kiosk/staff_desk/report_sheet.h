#pragma once

#include <string>
#include <vector>

#include "kiosk/items/item.h"
#include "kiosk/staff_area/item_state.h"
#include "shared/base/clock.h"

namespace ce::staff_desk {

/// The report of a guided set-up as a PDF for printing and filing: hall, kiosk, version and date, then item
/// by item what was set and what its test came to. No secret is in it. Some 100 ms.
/// Fails with font_missing or sheet_not_rendered.
[[nodiscard]] Result<std::string> report_sheet(items::Draft const& draft,
                                               std::vector<staff_area::ReportLine> const& lines,
                                               std::string const& version, Instant now);

}  // namespace ce::staff_desk
