#include <algorithm>
#include <cmath>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// A card with a picture and one sentence, large enough to be read by who already walks away; where the
/// picture goes.
w::Rect picture_card(w::Ui& ui, w::Rect const& box, std::string_view first, std::string_view second) {
  w::Theme const& t = ui.theme();
  w::panel(ui, box);
  w::Rect inner = box.inset(t.pad * 2);
  // In one line, a little smaller if need be: so short a request has no place to halt. Else in two, as large
  // as they may be.
  auto const em_in = [&](float width) {
    float const large = std::floor(t.display_type * 0.8F);
    for (float em = large; em >= t.headline * 0.9F; --em) {
      if (ui.width_of(first, em, w::Weight::bold) <= width) return em;
    }
    return ui.width_of(first, large, w::Weight::bold) <= width * 1.7F ? large : t.headline;
  };
  if (!t.display.portrait()) {
    w::Rect const art = inner.cut_left(inner.w * 0.45F);
    inner.cut_left(t.margin);
    float const em = em_in(inner.w);
    inner = inner.middle(inner.w, headline_height(ui, inner.w, first, second, em));
    headline(ui, inner, first, second, em);
    return art;
  }
  float const em = em_in(inner.w);
  float const words = headline_height(ui, inner.w, first, second, em);
  float const between = t.gap * 3;
  inner = inner.middle(inner.w, std::min(inner.w * 0.85F, inner.h - words - between) + between + words);
  w::Rect const art = inner.cut_top(inner.h - words - between);
  inner.cut_top(between);
  headline(ui, inner, first, second, em);
  return art;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::TakePaperView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  float const high = t.key * 1.3F;
  w::Rect keys = body.cut_bottom(high);
  body.cut_bottom(t.gap * 1.6F);
  w::Rect const art = picture_card(ui, body, view.headline, view.subline);
  w::printer_with_sheet(ui, art, 1, true);
  if (w::key(ui, keys, {.id = "taken", .label = view.taken_label, .icon = w::Icon::check})) {
    outcome = session::PaperTaken{};
  }
  return outcome;
}

Outcome draw(w::Ui& ui, w::Rect body, present::TakeCardView const& view) {
  w::Rect const art = picture_card(ui, body, view.headline, view.subline);
  w::card_off_reader(ui, art);
  return {};
}

}  // namespace ce::screens
