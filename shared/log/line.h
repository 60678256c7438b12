#pragma once

#include <initializer_list>
#include <string>

#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::log {

/// One JSON object without a line end. Text passes redact(); what is not UTF-8 becomes U+FFFD, so that a log
/// reader never meets a malformed line.
[[nodiscard]] std::string line(Instant at, Level level, Event event, std::initializer_list<Field> fields);

[[nodiscard]] Level level_of(Event event);

}  // namespace ce::log
