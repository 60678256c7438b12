#include "kiosk/widgets/field.h"

#include <algorithm>
#include <string>

#include "kiosk/widgets/panel.h"

namespace ce::widgets {

namespace {

/// What is too long for its line shows its end, where the next character comes.
std::string end_of(Ui const& ui, std::string_view text, float em, float width) {
  auto const fits = [&](std::string_view some) {
    return ui.width_of(some, em, Weight::bold) <= width * 0.97F;
  };
  if (fits(text)) return std::string{text};
  auto rest = text;
  do {
    rest.remove_prefix(1);
    while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80U)
      rest.remove_prefix(1);
  } while (!rest.empty() && !fits("…" + std::string{rest}));
  return "…" + std::string{rest};
}

}  // namespace

void field(Ui& ui, Rect const& box, FieldLook const& look) {
  Theme const& t = ui.theme();
  Palette const& p = t.palette;
  Rect rest = box;
  ui.text(rest.cut_top(t.body * 1.3F), look.label,
          {t.body, p.ink, look.active ? Weight::bold : Weight::regular, Align::left, Stand::middle, 1});
  rest.cut_top(t.body * 0.3F);
  ui.brush().fill(rest, p.card, t.key_radius);
  float const edge = t.hairline * (look.active ? 3.F : 1.F);
  ui.brush().stroke(rest, look.active ? p.primary.edge : p.secondary.edge, t.key_radius, edge);
  Rect const inner = rest.inset(t.pad, t.body * 0.2F);
  float const em = std::min(t.headline, inner.h * 0.7F);
  float const least = std::max(t.least_type, em * TextStyle{}.shrink);
  if (look.shown.empty()) {
    Rect behind = inner;
    behind.cut_left(look.active ? t.body * 0.35F : 0);  // the mark where typing begins has its own place
    ui.text(behind, look.hint, {t.body, p.ink_soft, Weight::regular, Align::left, Stand::middle, 1});
  }
  Rect const typed = ui.text(inner, end_of(ui, look.shown, least, inner.w),
                             {em, p.ink, Weight::bold, Align::left, Stand::middle, 1});
  if (look.active) {
    float const x = look.shown.empty() ? inner.x - t.body * 0.1F : typed.right() + t.body * 0.15F;
    ui.brush().fill({x, inner.centre().y - em * 0.55F, t.hairline * 2, em * 1.1F}, p.accent);
  }
}

float keypad_least(Theme const& theme) {
  return theme.key * 4 + theme.gap * 3;
}

std::optional<Stroke> keypad(Ui& ui, Rect const& box, KeypadLook const& look) {
  Theme const& t = ui.theme();
  std::optional<Stroke> stroke;
  Rect digits = box;
  Rect const side = digits.cut_right((box.w - t.gap * 3) * 0.28F);
  digits.cut_right(t.gap);
  float const em = std::min(t.headline, digits.row(0, 4, t.gap).h * 0.5F);

  auto const digit = [&](Rect const& at, char character) {
    std::string const label(1, character);
    std::string const id = "key_" + label;
    if (key(ui, at, {.id = id, .label = label, .look = KeyLook::secondary, .em = em}))
      stroke = Stroke{KeypadStroke::character, character};
  };
  for (int i = 0; i < 9; ++i) {
    digit(digits.row(i / 3, 4, t.gap).column(i % 3, 3, t.gap), static_cast<char>('1' + i));
  }
  Rect const last = digits.row(3, 4, t.gap);
  auto const count = static_cast<int>(look.last_row.size());
  for (int i = 0; i < count; ++i) {
    Rect at = last.column(i, 3, t.gap);
    if (i + 1 == count) at.w = last.right() - at.x;
    digit(at, look.last_row[static_cast<std::size_t>(i)]);
  }

  // Sign over word needs a key so high; on a lower one they stand side by side where they can.
  auto const stacked = [&](std::string_view label) {
    bool const high = side.row(0, 4, t.gap).h >= t.body * 2.9F;
    return high || ui.width_of(label, t.body, Weight::bold) + t.body * 2.6F > side.w;
  };
  KeySpec const erase{.id = "erase",
                      .label = look.erase_label,
                      .icon = Icon::erase,
                      .look = KeyLook::secondary,
                      .stacked = stacked(look.erase_label),
                      .em = t.body};
  if (key(ui, side.row(0, 4, t.gap), erase)) stroke = Stroke{KeypadStroke::erase, 0};
  KeySpec const clear{.id = "clear",
                      .label = look.clear_label,
                      .icon = Icon::retry,
                      .look = KeyLook::secondary,
                      .stacked = stacked(look.clear_label),
                      .em = t.body};
  if (key(ui, side.row(1, 4, t.gap), clear)) stroke = Stroke{KeypadStroke::clear, 0};
  Rect tall = side.row(2, 4, t.gap);
  tall.h = side.bottom() - tall.y;
  KeySpec const confirm{.id = "confirm",
                        .label = look.confirm_label,
                        .icon = Icon::check,
                        .enabled = look.can_confirm,
                        .stacked = true,
                        .em = t.title};
  if (key(ui, tall, confirm)) stroke = Stroke{KeypadStroke::confirm, 0};
  return stroke;
}

}  // namespace ce::widgets
