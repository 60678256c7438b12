#pragma once

#include <string>
#include <string_view>

namespace ce::staff_area {

/// What a line of the log is about, for staff: "读卡器断开  reader_lost"; the name alone where there is no
/// word.
[[nodiscard]] std::string event_words(std::string_view event);

}  // namespace ce::staff_area
