#include "kiosk/screens/training_band.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/staff_parts.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace {

namespace w = widgets;

/// The band is staff's: its keys have a finger's size, in elder mode as well.
float band_key_height(w::Theme const& t) {
  return std::max(std::ceil(12.7F * t.display.px_per_mm), t.caption * 2.1F);
}

w::Rect within_band(w::Theme const& t, w::Rect const& box) {
  return box.inset(t.margin, t.gap * 0.6F);
}

/// What that many keys take of a row: each is as wide with one as with four.
float band_keys_width(w::Theme const& t, float row, std::size_t count) {
  constexpr float most = 4;
  float const all = t.display.portrait() ? row : row * 0.64F;
  float const one = (all - t.gap * (most - 1)) / most;
  return (one + t.gap) * static_cast<float>(count) - t.gap;
}

/// Where note and keys do not stand side by side, the note has a line of its own.
bool note_above(w::Ui const& ui, present::TrainingView const& view) {
  w::Theme const& t = ui.theme();
  float const row = within_band(t, ui.screen()).w;
  float const beside = row - band_keys_width(t, row, view.keys.size()) - t.gap;
  return t.display.portrait() && ui.width_of(view.note, t.caption, w::Weight::bold) > beside;
}

float note_line(w::Theme const& t) {
  return t.caption * 1.7F;
}

}  // namespace

float training_band_height(w::Ui const& ui, present::TrainingView const& view) {
  w::Theme const& t = ui.theme();
  return t.gap * 1.2F + band_key_height(t) + (note_above(ui, view) ? note_line(t) : 0);
}

Outcome draw_training_band(w::Ui& ui, w::Rect const& box, present::TrainingView const& view) {
  w::Theme const& t = ui.theme();
  // In high contrast a tinted ground would take half of the words' contrast: there it is a line that sets it
  // apart.
  bool const tinted = !t.palette.flat;
  ui.brush().fill(box, tinted ? w::mix(t.palette.ground, t.palette.accent, 0.25F) : t.palette.ground);
  if (!tinted) ui.brush().fill({box.x, box.bottom() - t.gap * 0.2F, box.w, t.gap * 0.2F}, t.palette.accent);
  w::Rect inner = within_band(t, box);
  float const wide = band_keys_width(t, inner.w, view.keys.size());
  w::Rect const line = note_above(ui, view) ? inner.cut_top(note_line(t)) : w::Rect{};
  w::Rect const keys = inner.cut_right(wide);
  inner.cut_right(t.gap);
  ui.text(line.h > 0 ? line : inner, view.note,
          {t.caption, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2});
  Outcome outcome;
  auto const count = static_cast<int>(view.keys.size());
  int place = 0;
  for (auto const& key : view.keys) {
    if (w::key(ui, keys.column(place++, count, t.gap),
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
