#pragma once

#include <vector>

#include "kiosk/present/tagged.h"
#include "kiosk/present/words.h"
#include "kiosk/staff_area/state.h"

namespace ce::staff_area {

/// What was set and how its test ended, item by item; the screen's and the printed one. Precondition: the
/// guided set-up is on and knows its draft.
[[nodiscard]] std::vector<ReportLine> report_lines(State const& state);
/// The kiosk's health as the staff's page says it.
[[nodiscard]] std::vector<ReportLine> health_lines(Condition const& seen, bool numbered,
                                                   present::Words const& words);
/// Of one item: "测试通过", "测试没有通过", "已跳过" ...
[[nodiscard]] present::Tagged result_of(std::optional<GuideMark> const& mark);

}  // namespace ce::staff_area
