#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

/// Draws the whole screen: frame, body and, while the idle time runs out, the countdown over them. Call
/// between ui.begin() and ui.end(). Interface thread only.
[[nodiscard]] Outcome draw_view(widgets::Ui& ui, present::View const& view);

/// The colour behind everything, for clearing the window.
[[nodiscard]] widgets::Color background(widgets::Ui const& ui);

}  // namespace ce::screens
