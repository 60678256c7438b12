#pragma once

#include <string>
#include <vector>

#include "kiosk/items/item.h"

/// Holidays and the days made up for them, one span added or taken away a time. Room-internal.
namespace ce::items {

/// Adding either, then each that is there, to be taken away.
[[nodiscard]] std::vector<Choice> holiday_choices(hours::Plan const& plan);

/// Whether that choice takes a span away: nothing more is to be typed then.
[[nodiscard]] bool takes_away(std::string const& choice);

/// Does it: {choice, first day, last day}, days as eight digits, the last one empty for a single day. Fails
/// with input_invalid, saying what is wrong; `plan` is as it was.
[[nodiscard]] Result<void> take_holidays(Values const& values, hours::Plan& plan);

/// "放假 2 段，调休开放 1 段".
[[nodiscard]] std::string holidays_in_words(hours::Plan const& plan);

}  // namespace ce::items
