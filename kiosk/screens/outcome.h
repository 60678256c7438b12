#pragma once

#include <optional>

#include "kiosk/session/event.h"

namespace ce::screens {

/// What the visitor did in this pass; nothing most of the time.
using Outcome = std::optional<session::Event>;

}  // namespace ce::screens
