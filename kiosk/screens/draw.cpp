#include "kiosk/screens/draw.h"

#include <variant>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/countdown.h"
#include "kiosk/screens/frame.h"

namespace ce::screens {

Outcome draw_view(widgets::Ui& ui, present::View const& view) {
  widgets::Comfort comfort = ui.theme().comfort;
  comfort.elder = view.frame.elder;
  comfort.high_contrast = view.frame.high_contrast;
  ui.use(comfort);

  if (view.countdown) ui.cover();
  Framed framed = draw_frame(ui, view.frame);
  Outcome const inner = std::visit([&](auto const& body) { return draw(ui, framed.body, body); }, view.body);
  if (view.countdown) {
    ui.uncover();
    return draw_countdown(ui, *view.countdown);
  }
  return inner ? inner : framed.outcome;
}

widgets::Color background(widgets::Ui const& ui) {
  return ui.palette().ground;
}

}  // namespace ce::screens
