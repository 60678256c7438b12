#pragma once

#include "kiosk/present/vocabulary.h"
#include "kiosk/settings/settings.h"
#include "kiosk/start/staff_side.h"
#include "kiosk/window/window.h"
#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::start {

/// Training mode: a kiosk of its own, in which nothing is real but screen and printer (kiosk/training). To be
/// called while no kiosk serves. Until it is ended by its key or by time (serve), or the program is asked to
/// stop (stopped). Fails with what could not be opened.
[[nodiscard]] Result<Ending> train(settings::Settings const& settings, present::Vocabulary const& words,
                                   window::WindowSettings const& window, log::Logger const& logger);

}  // namespace ce::start
