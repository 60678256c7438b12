#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

struct Framed {
  widgets::Rect body;  // free for the screen
  Outcome outcome;
};

/// Header with hall, title, date and clock; foot with 返回 at the left, 退出 at the right, the modes and the
/// service line between them. The same places on every screen.
[[nodiscard]] Framed draw_frame(widgets::Ui& ui, present::FrameView const& view);

}  // namespace ce::screens
