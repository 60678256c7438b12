#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw(w::Ui& ui, w::Rect body, present::WaitingView const& view) {
  float const em = ui.theme().body;
  w::Rect const sign = sign_card(ui, body, view.headline, view.subline);
  w::waiting_wheel(ui, sign.middle(em * 8.5F, em * 8.5F));
  return {};
}

}  // namespace ce::screens
