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

}  // namespace

Theme make_theme(Display const& display, Comfort const& comfort) {
  Theme t;
  t.palette = comfort.high_contrast ? high_contrast_palette() : standard_palette();
  t.display = display;
  t.comfort = comfort;

  // Millimetres are the floor; on a large panel, which is read from further away, type grows with it.
  auto const size = comfort.elder ? std::max(comfort.size, TextSize::medium) : comfort.size;
  float const ratio = em_in_mm(size) / em_in_mm(TextSize::medium);
  auto const side = static_cast<float>(std::min(display.width, display.height));
  float const by_panel = side / (display.portrait() ? 38.F : 41.F) * ratio;
  // Where a panel is so small that the millimetres would leave too few lines, the panel wins.
  float const most = side / 30.F;
  float em = std::min(std::max(by_panel, em_in_mm(size) * display.px_per_mm), std::max(most, by_panel));
  if (comfort.elder) em *= 1.22F;

  t.body = std::round(em);
  t.caption = std::round(em * 0.86F);
  t.lead = std::round(em * 1.12F);
  t.title = std::round(em * 1.3F);
  t.headline = std::round(em * 1.75F);
  t.display_type = std::round(em * 2.6F);
  t.least_type = std::max(std::floor(em * 0.72F), 9.F);
  t.leading = comfort.elder ? 1.5F : 1.45F;

  float const finger = (comfort.elder ? 20.F : 12.7F) * display.px_per_mm;
  float const between = 2.54F * display.px_per_mm;
  t.gap = std::ceil(std::max(em * 0.55F, between));
  t.pad = std::round(em * 0.9F);
  t.margin = std::round(em * 1.2F);
  t.radius = std::round(em * 0.7F);
  t.key_radius = std::round(em * 0.5F);
  t.hairline = std::max(1.F, std::round(em / 22.F));
  t.target = std::ceil(finger);
  t.key = std::ceil(std::max(finger, em * 2.5F));
  return t;
}

}  // namespace ce::widgets
