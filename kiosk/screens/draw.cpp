#include "kiosk/screens/draw.h"

#include <variant>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/countdown.h"
#include "kiosk/screens/display_panel.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/training_band.h"

namespace ce::screens {
namespace {

widgets::TextSize size_of(session::TextSize size) {
  return static_cast<widgets::TextSize>(static_cast<int>(size));
}

Outcome draw_screen(widgets::Ui& ui, present::View const& view) {
  widgets::Comfort comfort;
  comfort.elder = view.frame.elder;
  comfort.high_contrast = view.frame.high_contrast;
  comfort.size = size_of(view.frame.size);
  ui.use(comfort);

  if (view.countdown) ui.cover();
  Framed const framed = draw_frame(ui, view.frame);
  // Under the panel the screen is seen, so that a change shows at once, and not pressed.
  if (view.panel) ui.cover();
  Outcome outcome = std::visit([&](auto const& body) { return draw(ui, framed.body, body); }, view.body);
  if (view.panel && !view.countdown) {
    ui.uncover();
    outcome = draw_panel(ui, framed.room, framed.body, *view.panel);
  }
  if (auto const& training = view.frame.training) {
    if (auto pressed = draw_training_band(ui, framed.band, *training)) outcome = pressed;
  }
  if (auto pressed = draw_foot(ui, framed.foot, view.frame)) outcome = pressed;
  if (!view.countdown) return outcome;
  ui.uncover();
  return draw_countdown(ui, *view.countdown);
}

}  // namespace

Outcome draw_view(widgets::Ui& ui, present::View const& view) {
  auto outcome = draw_screen(ui, view);
  if (view.frame.training) draw_training_mark(ui, *view.frame.training);
  return outcome;
}

widgets::Color background(widgets::Ui const& ui) {
  return ui.palette().ground;
}

}  // namespace ce::screens
