#pragma once

#include <string>

#include "kiosk/present/views.h"
#include "kiosk/present/words.h"
#include "kiosk/widgets/target.h"

/// Words for what cannot be seen; room-internal.
namespace ce::guide {

/// A target with what it is and how it stands: "大字版，已打开".
[[nodiscard]] std::string aloud(widgets::Target const& target, present::Words const& words);

/// What a screen says to a headset when it comes: title, instruction, content, how many choices.
[[nodiscard]] std::string arrival(present::View const& view, std::size_t choices,
                                  present::Words const& words);

/// What is said when only the content of a screen changed: the next page; of what is typed, how much it is.
[[nodiscard]] std::string content(present::View const& view, present::Words const& words);

}  // namespace ce::guide
