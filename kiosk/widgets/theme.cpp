#include "kiosk/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace ce::widgets {
namespace {

float em_in_mm(TextSize size) {
  // A Han character fills 0.92 of its em, so these ems give character heights of 3.9, 4.9, 6.5, 8.6 mm.
  switch (size) {
    case TextSize::small:
      return 4.2F;
    case TextSize::medium:
      return 5.3F;
    case TextSize::large:
      return 7.1F;
    case TextSize::extra_large:
      return 9.3F;
  }
  return 5.3F;
}

/// What the panel's share of a size is, beside that of M: a panel on which M is large already needs no size
/// that is twice as large.
float share_of(TextSize size) {
  switch (size) {
    case TextSize::small:
      return 0.86F;
    case TextSize::medium:
      return 1;
    case TextSize::large:
      return 1.15F;
    case TextSize::extra_large:
      return 1.32F;
  }
  return 1;
}

}  // namespace

Theme make_theme(Display const& display, Comfort const& comfort) {
  Theme t;
  t.palette = comfort.high_contrast ? high_contrast_palette() : standard_palette();
  t.display = display;
  t.comfort = comfort;

  // Millimetres are the floor; on a large panel, which is read from further away, type grows with it. Elder
  // mode has a size of its own.
  auto const size = comfort.elder ? TextSize::medium : comfort.size;
  auto const side = static_cast<float>(std::min(display.width, display.height));
  float const by_panel = side / (display.portrait() ? 38.F : 41.F) * share_of(size);
  // Where a panel is so small that the millimetres would leave too few lines, the panel wins.
  float const most = side / (size == TextSize::large ? 33.F : 30.F);
  float em = std::min(std::max(by_panel, em_in_mm(size) * display.px_per_mm), std::max(most, by_panel));
  if (comfort.elder) em *= 1.22F;

  t.body = std::round(em);
  t.caption = std::round(em * 0.86F);
  t.lead = std::round(em * 1.12F);
  t.title = std::round(em * 1.3F);
  t.headline = std::round(em * 1.75F);
  t.display_type = std::round(em * 2.6F);
  // 3.3 mm: 3 mm high characters, whatever is shrunk to fit.
  t.least_type =
      std::max({std::floor(em * 0.72F), std::min(std::floor(em), std::ceil(3.3F * display.px_per_mm)), 9.F});
  t.leading = comfort.elder ? 1.5F : 1.45F;

  float const finger = (comfort.elder ? 20.F : 12.7F) * display.px_per_mm;
  float const between = 2.54F * display.px_per_mm;
  t.gap = std::ceil(std::max(em * 0.55F, between));
  t.pad = std::round(em * 0.9F);
  t.margin = std::round(em * 1.2F);
  t.radius = std::round(em * 0.7F);
  t.key_radius = std::round(em * 0.5F);
  t.hairline = std::max(1.F, std::round(em / 22.F));
  t.edge = t.hairline * (t.palette.flat ? 2.F : 1.F);
  t.target = std::ceil(finger);
  t.key = std::ceil(std::max(finger, em * 2.5F));
  return t;
}

}  // namespace ce::widgets
