// Few colours for many, in whole numbers and an order that no machine changes.
#include <algorithm>
#include <array>
#include <cstddef>

#include "shared/certificate_pdf/seal_layers.h"

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t channels = 3;
constexpr std::size_t pixel_size = 4;
using SeenColour = std::array<std::uint8_t, channels>;

/// Colours from `begin` to `end` of those that are seen.
struct Box {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t widest = 0;  // channel
  int range = 0;           // of that channel
};

Box box_of(std::vector<SeenColour> const& seen, std::size_t begin, std::size_t end) {
  Box box{begin, end, 0, -1};
  for (std::size_t channel = 0; channel < channels; ++channel) {
    auto const [low, high] = std::minmax_element(
        seen.begin() + static_cast<std::ptrdiff_t>(begin), seen.begin() + static_cast<std::ptrdiff_t>(end),
        [&](auto const& a, auto const& b) { return a[channel] < b[channel]; });
    int const range = (*high)[channel] - (*low)[channel];
    if (range > box.range) box.widest = channel, box.range = range;
  }
  return box;
}

/// Where the colours of a box part: in the middle of its range. The middle one of its colours would part an
/// ink that there is much of before two inks of which one is rare.
std::size_t cut(std::vector<SeenColour>& seen, Box const& box) {
  auto const first = seen.begin() + static_cast<std::ptrdiff_t>(box.begin);
  auto const last = seen.begin() + static_cast<std::ptrdiff_t>(box.end);
  int low = 255;
  for (auto at = first; at != last; ++at) low = std::min(low, int{(*at)[box.widest]});
  int const middle = low + box.range / 2;
  auto const at =
      std::stable_partition(first, last, [&](auto const& colour) { return colour[box.widest] <= middle; });
  return static_cast<std::size_t>(at - seen.begin());
}

SeenColour mean_of(std::vector<SeenColour> const& seen, Box const& box) {
  SeenColour mean{};
  auto const count = box.end - box.begin;
  for (std::size_t channel = 0; channel < channels; ++channel) {
    std::size_t sum = 0;
    for (std::size_t i = box.begin; i < box.end; ++i) sum += seen[i][channel];
    mean[channel] = static_cast<std::uint8_t>((sum + count / 2) / count);
  }
  return mean;
}

std::vector<SeenColour> palette_of(std::vector<SeenColour> seen, std::size_t most) {
  std::vector<Box> boxes{box_of(seen, 0, seen.size())};
  while (boxes.size() < most) {
    auto const widest = std::max_element(boxes.begin(), boxes.end(),
                                         [](auto const& a, auto const& b) { return a.range < b.range; });
    if (widest->range == 0) break;
    Box const box = *widest;
    auto const middle = cut(seen, box);
    *widest = box_of(seen, box.begin, middle);
    boxes.push_back(box_of(seen, middle, box.end));
  }
  std::vector<SeenColour> palette;
  palette.reserve(boxes.size());
  for (auto const& box : boxes) palette.push_back(mean_of(seen, box));
  return palette;
}

std::uint8_t nearest_of(std::vector<SeenColour> const& palette, std::uint8_t const* pixel) {
  std::size_t best = 0;
  int least = 1 << 20;
  for (std::size_t i = 0; i < palette.size(); ++i) {
    int far = 0;
    for (std::size_t j = 0; j < channels; ++j) far += (palette[i][j] - pixel[j]) * (palette[i][j] - pixel[j]);
    if (far < least) best = i, least = far;
  }
  return static_cast<std::uint8_t>(best);
}

}  // namespace

void put_colours(SealLayers& layers, Pixels const& picture, std::size_t most) {
  std::vector<SeenColour> seen;
  for (std::size_t i = 0; i < picture.rgba.size(); i += pixel_size) {
    auto const* pixel = &picture.rgba[i];
    if (pixel[channels] > 0) seen.push_back({pixel[0], pixel[1], pixel[2]});
  }
  if (seen.empty()) seen.emplace_back();
  auto const palette = palette_of(std::move(seen), most);
  layers.palette.clear();
  for (auto const& colour : palette) layers.palette.append(colour.begin(), colour.end());
  layers.colours = {picture.width, picture.height, {}};
  layers.colours.values.reserve(picture.rgba.size() / pixel_size);
  std::uint8_t last = 0;
  for (std::size_t i = 0; i < picture.rgba.size(); i += pixel_size) {
    if (picture.rgba[i + channels] > 0) last = nearest_of(palette, &picture.rgba[i]);
    layers.colours.values.push_back(last);
  }
}

}  // namespace ce::certificate_pdf
