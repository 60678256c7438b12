#include "kiosk/widgets/color.h"

#include <algorithm>
#include <cmath>

namespace ce::widgets {
namespace {

double linear(std::uint32_t part) {
  double const c = part / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * linear(red(c)) + 0.7152 * linear(green(c)) + 0.0722 * linear(blue(c));
}

}  // namespace

double contrast_ratio(Color a, Color b) {
  auto const [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace ce::widgets
