#pragma once

#include "kiosk/journal/entry.h"

namespace ce::journal {

/// Whether a print in `from` may take this outcome; README.md draws it. Pure.
[[nodiscard]] bool may_settle(PrintState from, protocol::PrintOutcome outcome);

}  // namespace ce::journal
