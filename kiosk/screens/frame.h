#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

struct Framed {
  widgets::Rect band;  // of training; else without height
  widgets::Rect body;  // free for the screen
  widgets::Rect room;  // all between header and foot
  widgets::Rect foot;  // for draw_foot(), after the screen: keys are read in that order
};

/// Header with hall, title, date and clock. The same places on every screen.
[[nodiscard]] Framed draw_frame(widgets::Ui& ui, present::FrameView const& view);

/// Foot with 返回 at the left, 退出 at the right, what can be switched and the service line between them.
[[nodiscard]] Outcome draw_foot(widgets::Ui& ui, widgets::Rect box, present::FrameView const& view);

}  // namespace ce::screens
