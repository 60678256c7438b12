#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

/// 显示与语言 over a part of `body`: at its foot where the screen is upright, at its right where it is wide.
/// `room`, all between header and foot, is darkened a little.
[[nodiscard]] Outcome draw_panel(widgets::Ui& ui, widgets::Rect const& room, widgets::Rect const& body,
                                 present::PanelView const& view);

}  // namespace ce::screens
