#pragma once

#include "kiosk/start/kiosk.h"

namespace ce::start {

/// The guided set-up in a window of its own, before there is a ledger, devices or a visit: the staff's pages,
/// their desk and nothing else. `begun`: what the configuration has already. True once all of it is written;
/// false where the window was closed before. Fails with internal_fault where there is no display.
[[nodiscard]] Result<bool> set_up_on_screen(settings::Settings const& begun, present::Vocabulary const& words,
                                            window::WindowSettings const& window, log::Logger const& logger,
                                            ConfigPlace const& config);

}  // namespace ce::start
