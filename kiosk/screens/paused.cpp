#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw(w::Ui& ui, w::Rect body, present::PausedView const& view) {
  w::Theme const& t = ui.theme();
  w::Rect const card = body.middle(std::min(body.w, t.body * 34.F), t.body * 21.F);
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 2);
  w::great_sign(ui, inner.cut_top(inner.h * 0.52F), w::Icon::hourglass, t.palette.neutral);
  inner.cut_top(t.body * 1.2F);
  headline(ui, inner, view.headline, view.subline);
  return {};
}

}  // namespace ce::screens
