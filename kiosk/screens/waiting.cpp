#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/panel.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw(w::Ui& ui, w::Rect body, present::WaitingView const& view) {
  w::Theme const& t = ui.theme();
  w::Rect const card = body.middle(std::min(body.w, t.body * 30.F), t.body * 22.F);
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 2);
  w::waiting_wheel(ui, inner.cut_top(inner.h * 0.52F).middle(t.body * 9, t.body * 9));
  inner.cut_top(t.body * 1.2F);
  headline(ui, inner, view.headline, view.subline);
  return {};
}

}  // namespace ce::screens
