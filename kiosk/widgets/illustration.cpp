#include "kiosk/widgets/illustration.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ce::widgets {
namespace {

Color const device = rgb(0x16324A);
Color const device_light = rgb(0x24506F);
Color const paper = rgb(0xFFFFFF);
Color const paper_shade = rgb(0xC9D6E2);

Color line_of(Palette const& p) {
  return p.flat ? p.line : rgb(0x9FB4C6);
}

void star(Brush const& brush, Point centre, float radius, Color color) {
  Point points[10];
  for (int i = 0; i < 10; ++i) {
    float const r = i % 2 == 0 ? radius : radius * 0.382F;
    float const a = (static_cast<float>(i) / 10.F - 0.25F) * 2.F * std::numbers::pi_v<float>;
    points[i] = {centre.x + r * std::cos(a), centre.y + r * std::sin(a)};
  }
  for (int i = 0; i < 10; i += 2) {
    brush.triangle(points[i], points[(i + 1) % 10], centre, color);
    brush.triangle(centre, points[(i + 9) % 10], points[i], color);
  }
}

void identity_card(Ui& ui, Rect const& card) {
  Palette const& p = ui.palette();
  Brush const& brush = ui.brush();
  float const round = card.h * 0.08F;
  if (!p.flat) brush.shadow(card.moved(0, card.h * 0.05F), card.h * 0.3F, with_alpha(rgb(0x00101E), 0.5F));
  brush.fill(card, p.flat ? p.card : rgb(0xF6FBFE), round);
  Rect const band{card.x, card.bottom() - card.h * 0.2F, card.w, card.h * 0.08F};
  brush.fill(band, p.flat ? p.line : rgb(0xBFDDE9));
  brush.stroke(card, line_of(p), round, std::max(1.F, card.h * 0.012F));
  // The portrait, on the right as on the real card.
  Rect const photo{card.x + card.w * 0.66F, card.y + card.h * 0.16F, card.w * 0.24F, card.h * 0.5F};
  brush.fill(photo, p.flat ? p.track : rgb(0xDCEBF3), round * 0.5F);
  Color const person = p.flat ? p.line : rgb(0x5E8AA6);
  brush.disc({photo.centre().x, photo.y + photo.h * 0.34F}, photo.w * 0.22F, person);
  brush.clip({photo.x, photo.y, photo.w, photo.h});
  brush.disc({photo.centre().x, photo.bottom() + photo.w * 0.06F}, photo.w * 0.42F, person);
  brush.unclip();
  float const row = card.h * 0.065F;
  float const shares[4] = {0.26F, 0.4F, 0.34F, 0.44F};
  for (int i = 0; i < 4; ++i) {
    Rect const line{card.x + card.w * 0.09F, card.y + card.h * (0.17F + 0.135F * static_cast<float>(i)),
                    card.w * shares[i], row};
    brush.fill(line, p.flat ? p.line : rgb(0x8FB0C6), row / 2);
  }
}

/// The reader: a slab seen from above its near edge, with its field and a lamp.
struct Reader {
  Point middle;
  float size = 0;
  float rest = 0;  // y of a card's upper edge when it lies on the field
  float card_wide = 0;
};

Reader reader(Ui& ui, Rect const& box, bool lit) {
  Palette const& p = ui.palette();
  Brush const& brush = ui.brush();
  float const s = std::min(box.w * 0.8F, box.h);
  Point const c = box.centre();
  float const top = c.y;  // with a card over it, what is drawn has its middle in the box's
  float const depth = s * 0.3F;
  float const near_half = s * 0.52F;
  float const far_half = s * 0.4F;
  if (!p.flat) {
    brush.shadow({c.x - near_half, top + depth * 0.7F, 2 * near_half, depth * 0.75F}, s * 0.16F,
                 with_alpha(rgb(0x00101E), 0.55F));
  }
  brush.quad({c.x - far_half, top}, {c.x + far_half, top}, {c.x + near_half, top + depth},
             {c.x - near_half, top + depth}, p.flat ? p.card : device_light);
  Rect const edge{c.x - near_half, top + depth - 1, 2 * near_half, s * 0.09F};
  brush.fill(edge, p.flat ? p.card : device, s * 0.02F);
  if (p.flat) {
    brush.stroke(edge, p.line, s * 0.02F, 2);
    brush.line({c.x - near_half, edge.y}, {c.x - far_half, top}, p.line, 2);
    brush.line({c.x - far_half, top}, {c.x + far_half, top}, p.line, 2);
    brush.line({c.x + far_half, top}, {c.x + near_half, edge.y}, p.line, 2);
  }
  brush.fill({c.x - s * 0.06F, edge.y + edge.h * 0.4F, s * 0.12F, s * 0.018F}, lit ? p.good.edge : p.accent,
             s * 0.009F);
  Color const pad = lit ? rgb(0x6FE0B0) : rgb(0x5FB4D4);
  for (int i = 0; i < 3; ++i) {
    float const k = 0.8F - 0.2F * static_cast<float>(i);
    float const y0 = top + depth * (0.5F - 0.42F * k);
    float const y1 = top + depth * (0.5F + 0.42F * k);
    brush.quad({c.x - far_half * k, y0}, {c.x + far_half * k, y0}, {c.x + near_half * k * 0.94F, y1},
               {c.x - near_half * k * 0.94F, y1}, with_alpha(pad, 0.2F + 0.14F * static_cast<float>(i)));
  }
  float const wide = s * 0.6F;
  return {c, s, top + depth * 0.62F - wide * 0.63F, wide};
}

/// Head and shaft in one colour; the point at `tip`.
void arrow(Ui& ui, Point tip, float size, bool up) {
  Color const color = ui.palette().accent;
  float const down = up ? 1.F : -1.F;  // from the tip to the shaft
  float const neck = tip.y + down * size;
  float const end = neck + down * size * 0.9F;
  ui.brush().fill({tip.x - size * 0.32F, std::min(neck - down, end), size * 0.64F, size * 0.9F + 1}, color);
  if (up) {
    ui.brush().triangle(tip, {tip.x + size, neck}, {tip.x - size, neck}, color);
  } else {
    ui.brush().triangle({tip.x - size, neck}, {tip.x + size, neck}, tip, color);
  }
}

}  // namespace

void card_on_reader(Ui& ui, Rect const& box, float lift, bool lit) {
  Reader const r = reader(ui, box, lit);
  float const high = r.card_wide * 0.63F;
  float const y = r.rest - lift * r.size * 0.2F;
  identity_card(ui, {r.middle.x - r.card_wide / 2, y, r.card_wide, high});
  if (lift > 0.05F) arrow(ui, {r.middle.x + r.card_wide * 0.62F, y + high}, r.size * 0.05F, false);
}

void card_off_reader(Ui& ui, Rect const& box) {
  Reader const r = reader(ui, box, true);
  float const high = r.card_wide * 0.63F;
  float const y = r.rest - r.size * 0.2F;
  identity_card(ui, {r.middle.x - r.card_wide / 2, y, r.card_wide, high});
  arrow(ui, {r.middle.x + r.card_wide * 0.64F, y + high * 0.1F}, r.size * 0.06F, true);
}

void seal(Ui& ui, Point centre, float radius, float strength) {
  Palette const& p = ui.palette();
  Color const color = p.flat ? p.bad.edge : with_alpha(p.seal, strength);
  ui.brush().circle(centre, radius, color, std::max(1.5F, radius * 0.07F));
  star(ui.brush(), centre, radius * 0.42F, color);
}

void small_sheet(Ui& ui, Rect const& box) {
  Palette const& p = ui.palette();
  Brush const& brush = ui.brush();
  brush.fill(box, paper, box.w * 0.015F);
  brush.stroke(box, paper_shade, box.w * 0.015F, 1);
  Rect const border = box.inset(box.w * 0.06F);
  Color const gold = rgb(0xC9973A);
  brush.stroke(border, gold, 0, std::max(1.5F, box.w * 0.012F));
  brush.stroke(border.inset(box.w * 0.025F), with_alpha(gold, 0.6F), 0, std::max(1.F, box.w * 0.004F));
  Color const ink = rgb(0x8798A8);
  float const row = box.h * 0.028F;
  Rect const title = border.middle(border.w * 0.5F, row * 1.8F);
  brush.fill({title.x, border.y + border.h * 0.14F, title.w, title.h}, rgb(0x2C4A63), row * 0.5F);
  float const shares[4] = {0.72F, 0.78F, 0.78F, 0.42F};
  for (int i = 0; i < 4; ++i) {
    brush.fill({border.x + border.w * 0.11F, border.y + border.h * (0.33F + 0.105F * static_cast<float>(i)),
                border.w * shares[i], row},
               ink, row / 2);
  }
  bool const flat = p.flat;
  Color const red_ink = flat ? rgb(0x333333) : p.seal;
  Point const at{border.right() - border.w * 0.2F, border.bottom() - border.h * 0.18F};
  float const r = border.w * 0.115F;
  brush.circle(at, r, with_alpha(red_ink, 0.9F), std::max(1.5F, r * 0.1F));
  star(brush, at, r * 0.45F, with_alpha(red_ink, 0.9F));
}

void printer_with_sheet(Ui& ui, Rect const& box, float out, bool take) {
  Palette const& p = ui.palette();
  Brush const& brush = ui.brush();
  float const s = std::min(box.w, box.h);
  // Without the arrow under the sheet what is drawn is less high.
  Point const c{box.centre().x, box.centre().y + (take ? 0 : s * 0.1F)};
  Rect const body{c.x - s * 0.4F, c.y - s * 0.4F, s * 0.8F, s * 0.34F};
  Rect const mouth{body.x + body.w * 0.1F, body.bottom() - body.h * 0.3F, body.w * 0.8F, body.h * 0.1F};
  Color const shell = p.flat ? p.card : rgb(0x1F4A68);
  if (!p.flat) brush.shadow(body.moved(0, s * 0.03F), s * 0.14F, with_alpha(p.shadow, 0.4F));
  // The tray behind.
  Rect const tray{body.x + body.w * 0.16F, body.y - s * 0.07F, body.w * 0.68F, s * 0.12F};
  brush.fill(tray, p.flat ? p.card : rgb(0xB9C9D6), s * 0.015F);
  brush.stroke(tray, line_of(p), s * 0.015F, 2);
  brush.fill(body, shell, s * 0.04F);
  brush.fill({body.x, body.y, body.w, body.h * 0.28F}, p.flat ? p.card : rgb(0x2B5F82), s * 0.04F);
  brush.stroke(body, p.flat ? p.line : rgb(0x14354D), s * 0.04F, 2);
  brush.fill(mouth, p.flat ? p.line : rgb(0x0A1F30), mouth.h / 2);
  brush.disc({body.right() - body.w * 0.1F, body.y + body.h * 0.46F}, s * 0.016F,
             take ? p.good.edge : p.accent);
  brush.fill({body.x + body.w * 0.08F, body.y + body.h * 0.42F, body.w * 0.16F, body.h * 0.08F},
             p.flat ? p.line : rgb(0x6FA3C4), body.h * 0.04F);

  float const wide = mouth.w * 0.86F;
  float const high = wide * 0.707F;
  float const shown = std::clamp(out, 0.F, 1.F);
  float const below = mouth.centre().y;
  Rect const window{box.x, below, box.w, box.bottom() - below};
  brush.clip(window);
  Rect const sheet{c.x - wide / 2, below - high * (1 - shown) - high * 0.02F, wide, high};
  if (!p.flat && shown > 0.05F) brush.shadow(sheet, s * 0.05F, with_alpha(p.shadow, 0.3F));
  small_sheet(ui, sheet);
  brush.unclip();
  brush.gradient_down({sheet.x, below, sheet.w, s * 0.03F}, with_alpha(rgb(0x0A1F30), 0.45F),
                      with_alpha(rgb(0x0A1F30), 0));
  if (take) {
    arrow(ui, {c.x, below + high + s * 0.14F}, s * 0.055F, false);
  }
}

void great_sign(Ui& ui, Rect const& box, Icon icon, Pair const& colors) {
  Palette const& p = ui.palette();
  float const side = std::min(box.w, box.h);
  Point const at = box.centre();
  float const radius = side / 2;
  if (p.flat) {
    ui.brush().circle(at, radius - 3, colors.edge, 6);
  } else {
    ui.brush().disc(at, radius, mix(colors.ground, p.card, 0.35F));
    ui.brush().disc(at, radius * 0.8F, colors.ground);
    ui.brush().circle(at, radius * 0.8F, with_alpha(colors.edge, 0.55F), std::max(2.F, radius * 0.03F));
  }
  ui.icon(at, icon, radius * 0.95F, p.flat ? colors.edge : mix(colors.edge, colors.ink, 0.25F));
}

}  // namespace ce::widgets
