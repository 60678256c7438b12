#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw(w::Ui& ui, w::Rect body, present::PausedView const& view) {
  w::Rect const sign = sign_card(ui, body, view.headline, view.subline);
  w::great_sign(ui, sign, w::Icon::pause, ui.palette().neutral);
  return {};
}

}  // namespace ce::screens
