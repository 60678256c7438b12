#include "kiosk/screens/training_band.h"

#include <algorithm>

#include "kiosk/screens/staff_parts.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace {

namespace w = widgets;

/// Upright the note has a line of its own.
bool note_above(w::Ui const& ui) {
  return ui.theme().display.portrait();
}

}  // namespace

float training_band_height(w::Ui const& ui) {
  w::Theme const& t = ui.theme();
  // On a wide screen height is dear.
  return t.gap + (note_above(ui) ? t.target * 1.4F + t.caption * 1.8F : t.target);
}

Outcome draw_training_band(w::Ui& ui, w::Rect const& box, present::TrainingView const& view) {
  w::Theme const& t = ui.theme();
  // In high contrast a tinted ground would take half of the words' contrast: there it is a line that sets it
  // apart.
  bool const tinted = !t.palette.flat;
  ui.brush().fill(box, tinted ? w::mix(t.palette.ground, t.palette.accent, 0.25F) : t.palette.ground);
  if (!tinted) ui.brush().fill({box.x, box.bottom() - t.gap * 0.2F, box.w, t.gap * 0.2F}, t.palette.accent);
  w::Rect inner = box.inset(t.margin, t.gap * 0.5F);
  w::Rect const note =
      note_above(ui) ? inner.cut_top(t.caption * 1.8F) : inner.cut_left(inner.w * 0.36F - t.gap);
  ui.text(note, view.note, {t.caption, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2});
  if (!note_above(ui)) inner.cut_left(t.gap);
  Outcome outcome;
  // As wide with two keys as with four, and at the right.
  int const columns = std::max(4, static_cast<int>(view.keys.size()));
  int place = columns - static_cast<int>(view.keys.size());
  for (auto const& key : view.keys) {
    if (w::key(ui, inner.column(place++, columns, t.gap),
               {.id = key.id, .label = key.label, .look = w::KeyLook::secondary, .em = t.caption})) {
      outcome = key.touch;
    }
  }
  return outcome;
}

void draw_training_mark(w::Ui& ui, present::TrainingView const& view) {
  w::Theme const& t = ui.theme();
  auto const ink = w::with_alpha(t.palette.seal, 0.16F);  // to be seen on light and dark
  w::Rect const screen = ui.screen();
  constexpr int marks = 3;
  int const em = static_cast<int>(std::min(screen.w, screen.h) * 0.26F);
  float const wide = static_cast<float>(em) * static_cast<float>(view.mark.size());
  for (int place = 0; place < marks; ++place) {
    w::Rect const field = t.display.portrait() ? screen.row(place, marks, 0) : screen.column(place, marks, 0);
    ui.brush().glyphs({field.centre().x - wide / 2, field.centre().y}, view.mark, em, w::Weight::bold, ink);
  }
}

}  // namespace ce::screens
