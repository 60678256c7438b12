#include <array>

#include "kiosk/screens/staff_parts.h"
#include "kiosk/widgets/icons.h"

namespace ce::screens {
namespace w = widgets;
namespace {

w::Rect place_of(int spot, w::Rect const& body, float side) {
  float const right = body.right() - side;
  float const low = body.bottom() - side;
  switch (spot) {
    case 0:
      return {body.x, body.y, side, side};
    case 1:
      return {right, body.y, side, side};
    case 2:
      return {right, low, side, side};
    case 3:
      return {body.x, low, side, side};
    default:
      return {body.centre().x - side / 2, body.centre().y - side / 2, side, side};
  }
}

}  // namespace

Outcome staff_spot(w::Ui& ui, w::Rect const& body, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const side = t.target * 1.3F;
  w::Rect const at = place_of(*view.spot, body, side);
  bool const pressed = ui.target("spot", view.spot_label, at).clicked;
  auto const middle = at.centre();
  ui.brush().disc(middle, side * 0.5F, p.card);
  ui.brush().circle(middle, side * 0.48F, p.primary.edge, t.hairline * 3);
  ui.brush().line({at.x, middle.y}, {at.right(), middle.y}, p.ink, t.hairline * 2);
  ui.brush().line({middle.x, at.y}, {middle.x, at.bottom()}, p.ink, t.hairline * 2);
  ui.brush().disc(middle, side * 0.07F, p.accent);
  // Between the corners and above the middle, so that no mark lies on it.
  w::Rect words = body;
  words.cut_top(body.h * 0.5F - side * 0.5F - t.headline * 3.2F - t.gap);
  w::TextStyle const large{t.headline, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1};
  w::TextStyle const plain{t.body, p.ink_soft, w::Weight::regular, w::Align::centre, w::Stand::middle, 1};
  w::Rect const across = words.inset(side + t.gap, 0);
  w::Rect line = across;
  ui.text(line.cut_top(t.headline * 1.6F), view.headline, large);
  if (!view.sentences.empty()) ui.text(line.cut_top(t.headline * 1.4F), view.sentences.front(), plain);
  if (!pressed) return {};
  return session::StaffTouch{session::StaffKey::choose, *view.spot};
}

}  // namespace ce::screens
