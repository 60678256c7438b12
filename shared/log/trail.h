#pragma once

#include <array>
#include <cstddef>

#include "shared/log/log.h"

namespace ce::log {

/// The kinds of the last lines, of every Logger of the program, for a report of its crash.
inline constexpr std::size_t trail_length = 16;

/// Their names, oldest first; the rest is null. Touches no memory but a few atomics: good in a signal
/// handler.
[[nodiscard]] std::array<char const*, trail_length> last_events();

/// Logger's own.
void remember(Event event);

}  // namespace ce::log
