#include "kiosk/widgets/panel.h"

#include <algorithm>

namespace ce::widgets {
namespace {

TextStyle strip_style(Theme const& t, Color ink) {
  return {t.body, ink, Weight::regular, Align::left, Stand::middle, 0};
}

}  // namespace

void panel(Ui& ui, Rect const& box) {
  Theme const& t = ui.theme();
  Palette const& p = t.palette;
  if (!p.flat) {
    ui.brush().shadow(box.moved(0, t.body * 0.18F), t.body * 1.3F, with_alpha(p.shadow, 0.16F));
  }
  ui.brush().fill(box, p.card, t.radius);
  ui.brush().stroke(box, p.line, t.radius, t.edge);
}

Pair const& colors_of(Palette const& p, Meaning meaning) {
  switch (meaning) {
    case Meaning::neutral:
      return p.neutral;
    case Meaning::good:
      return p.good;
    case Meaning::notice:
      return p.notice;
    case Meaning::bad:
      return p.bad;
  }
  return p.neutral;
}

Icon icon_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::neutral:
      return Icon::clock;
    case Meaning::good:
      return Icon::check_circle;
    case Meaning::notice:
      return Icon::warning;
    case Meaning::bad:
      return Icon::cross_circle;
  }
  return Icon::info;
}

float badge_width(Ui const& ui, std::string_view word, float em) {
  float const size = em > 0 ? em : ui.theme().caption;
  return ui.width_of(word, size, Weight::bold) + size * 2.6F;
}

Rect badge(Ui& ui, Rect const& box, std::string_view word, Meaning meaning, Align align, float em) {
  Theme const& t = ui.theme();
  float const size = em > 0 ? em : t.caption;
  Pair const& colors = colors_of(t.palette, meaning);
  float const wide = std::min(box.w, badge_width(ui, word, size));
  float const high = std::min(box.h, size * 1.7F);
  float x = box.x;
  if (align == Align::right) x = box.right() - wide;
  if (align == Align::centre) x = box.x + (box.w - wide) / 2;
  Rect const pill{x, box.y + (box.h - high) / 2, wide, high};
  ui.brush().fill(pill, colors.ground, high / 2);
  ui.brush().stroke(pill, colors.edge, high / 2, t.edge);
  ui.icon({pill.x + size * 1.05F, pill.centre().y}, icon_of(meaning), size * 1.15F, colors.ink);
  ui.text({pill.x + size * 1.8F, pill.y, pill.w - size * 2.4F, pill.h}, word,
          {size, colors.ink, Weight::bold, Align::left, Stand::middle, 1});
  return pill;
}

float strip_height(Ui const& ui, std::string_view sentence, float width) {
  Theme const& t = ui.theme();
  float const inner = width - t.pad * 1.6F - t.body * 2;
  return ui.height_of(sentence, strip_style(t, 0), inner) + t.pad * 1.3F;
}

void strip(Ui& ui, Rect const& box, std::string_view sentence, Meaning meaning) {
  Theme const& t = ui.theme();
  Pair const& colors = colors_of(t.palette, meaning);
  ui.brush().fill(box, colors.ground, t.key_radius);
  ui.brush().stroke(box, colors.edge, t.key_radius, t.edge);
  Rect inner = box.inset(t.pad * 0.8F, t.pad * 0.4F);
  Rect const sign = inner.cut_left(t.body * 1.5F);
  inner.cut_left(t.body * 0.5F);
  ui.icon(sign.centre(), icon_of(meaning), t.body * 1.45F, colors.ink);
  ui.text(inner, sentence, strip_style(t, colors.ink));
}

}  // namespace ce::widgets
