#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// A card with a picture and one sentence; returns what is left under the sentence.
w::Rect picture_card(w::Ui& ui, w::Rect const& box, w::Rect& art, std::string_view first,
                     std::string_view second) {
  w::Theme const& t = ui.theme();
  w::panel(ui, box);
  w::Rect inner = box.inset(t.pad * 2);
  if (t.display.portrait()) {
    art = inner.cut_top(inner.h * 0.56F);
  } else {
    art = inner.cut_left(inner.w * 0.45F);
    inner.cut_left(t.margin);
    inner = inner.middle(inner.w, t.headline * 3.4F + t.body * 4.F);
  }
  inner.cut_top(t.gap);
  headline(ui, inner, first, second);
  return inner;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::TakePaperView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  float const high = t.key * 1.3F;
  w::Rect keys = body.cut_bottom(high);
  body.cut_bottom(t.gap * 1.6F);
  w::Rect art;
  picture_card(ui, body, art, view.headline, view.subline);
  w::printer_with_sheet(ui, art, 1, true);
  if (w::key(ui, keys, {.id = "taken", .label = view.taken_label, .icon = w::Icon::check})) {
    outcome = session::PaperTaken{};
  }
  return outcome;
}

Outcome draw(w::Ui& ui, w::Rect body, present::TakeCardView const& view) {
  w::Rect art;
  picture_card(ui, body, art, view.headline, view.subline);
  w::card_off_reader(ui, art);
  return {};
}

}  // namespace ce::screens
