#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

/// The idle warning over a darkened screen: seconds in a ring that runs out. Any touch is Stay.
[[nodiscard]] Outcome draw_countdown(widgets::Ui& ui, present::CountdownView const& view);

}  // namespace ce::screens
