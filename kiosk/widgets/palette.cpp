#include "kiosk/widgets/palette.h"

namespace ce::widgets {
namespace {

Palette make_standard() {
  Palette p;
  p.ground = rgb(0xEFF3F7);
  p.ground_shade = rgb(0xE3EAF1);
  p.ink = rgb(0x0F2233);
  p.ink_soft = rgb(0x293C4C);
  p.card = rgb(0xFFFFFF);
  p.line = rgb(0xD3DEE8);
  p.head_from = rgb(0x082C4C);
  p.head_to = rgb(0x0A4358);
  p.on_head = rgb(0xFFFFFF);
  p.accent = rgb(0xE0A63A);
  p.seal = rgb(0xC8161D);
  p.on_seal = rgb(0xFFFFFF);
  p.track = rgb(0xDCE5ED);
  p.progress = rgb(0x0E6C8C);
  p.mandatory = rgb(0x0A3A5E);
  p.scrim = with_alpha(rgb(0x061C30), 0.72F);
  p.shadow = rgb(0x0A2A44);
  p.primary = {rgb(0xFFFFFF), rgb(0x0A3F66), rgb(0x0A3F66)};
  p.primary_down = {rgb(0xFFFFFF), rgb(0x062A47), rgb(0x062A47)};
  p.secondary = {rgb(0x08304F), rgb(0xFFFFFF), rgb(0xAFC3D4)};
  p.secondary_down = {rgb(0x08304F), rgb(0xDDEAF4), rgb(0x0A3F66)};
  p.disabled = {rgb(0x5B6B79), rgb(0xE6ECF1), rgb(0xD3DEE8)};
  p.neutral = {rgb(0x1F2D39), rgb(0xE6ECF2), rgb(0x8FA1B2)};
  p.good = {rgb(0x063C26), rgb(0xDDF1E5), rgb(0x1B7F52)};
  p.notice = {rgb(0x4F2C00), rgb(0xFDF0D8), rgb(0xD08A12)};
  p.bad = {rgb(0x6E0A10), rgb(0xFDE9E8), rgb(0xC4262E)};
  p.focus_outer = rgb(0xD6006C);
  p.focus_inner = rgb(0xFFFFFF);
  return p;
}

Palette make_high_contrast() {
  Palette p;
  Color const black = rgb(0x000000);
  Color const white = rgb(0xFFFFFF);
  p.ground = p.ground_shade = p.card = p.head_from = p.head_to = black;
  p.ink = p.ink_soft = p.on_head = white;
  p.line = white;
  p.accent = rgb(0xFFE600);
  p.seal = white;
  p.on_seal = black;
  p.track = rgb(0x4A4A4A);
  p.progress = rgb(0xFFE600);
  p.mandatory = white;
  p.scrim = with_alpha(black, 0.86F);
  p.shadow = black;
  p.primary = {black, white, white};
  p.primary_down = {white, black, rgb(0xFFE600)};
  p.secondary = {white, black, white};
  p.secondary_down = {black, white, rgb(0xFFE600)};
  p.disabled = {rgb(0x9A9A9A), black, rgb(0x6A6A6A)};
  p.neutral = p.good = p.notice = p.bad = {white, black, white};
  p.good.edge = rgb(0x4CFF9A);
  p.notice.edge = rgb(0xFFE600);
  p.bad.edge = rgb(0xFF7B7B);
  p.focus_outer = rgb(0xFFE600);
  p.focus_inner = black;
  p.flat = true;
  return p;
}

}  // namespace

Palette const& standard_palette() {
  static Palette const palette = make_standard();
  return palette;
}

Palette const& high_contrast_palette() {
  static Palette const palette = make_high_contrast();
  return palette;
}

std::vector<NamedPair> text_pairs(Palette const& p) {
  return {{"ink on ground", p.ink, p.ground},
          {"soft ink on ground", p.ink_soft, p.ground},
          {"ink on card", p.ink, p.card},
          {"soft ink on card", p.ink_soft, p.card},
          {"header's left", p.on_head, p.head_from},
          {"header's right", p.on_head, p.head_to},
          {"primary", p.primary.ink, p.primary.ground},
          {"primary pressed", p.primary_down.ink, p.primary_down.ground},
          {"secondary", p.secondary.ink, p.secondary.ground},
          {"secondary pressed", p.secondary_down.ink, p.secondary_down.ground},
          {"neutral", p.neutral.ink, p.neutral.ground},
          {"good", p.good.ink, p.good.ground},
          {"notice", p.notice.ink, p.notice.ground},
          {"bad", p.bad.ink, p.bad.ground}};
}

}  // namespace ce::widgets
