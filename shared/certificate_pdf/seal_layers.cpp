#include "shared/certificate_pdf/seal_layers.h"

#include <algorithm>
#include <array>

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t rgba_size = 4;
constexpr std::size_t rgb_size = 3;
constexpr int full = 255;

/// As it looks on white, of 255.
int seen_on_white(int colour, int opacity) {
  return full - ((full - colour) * opacity + full / 2) / full;
}

/// Between which two pixels of `from` a pixel of `to` lies, and how far towards the second, of 256.
struct Between {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  int share = 0;
};

std::vector<Between> places(std::uint32_t from, std::uint32_t to) {
  constexpr std::int64_t one = 256;
  std::vector<Between> all(to);
  for (std::uint32_t i = 0; i < to; ++i) {
    std::int64_t const at = std::max<std::int64_t>(0, (2LL * i + 1) * from * one / (2LL * to) - one / 2);
    auto const first = static_cast<std::uint32_t>(at / one);
    all[i] = {first, std::min(first + 1, from - 1), static_cast<int>(at % one)};
  }
  return all;
}

std::vector<std::uint32_t> nearest(std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> all(to);
  for (std::uint32_t i = 0; i < to; ++i) {
    all[i] = static_cast<std::uint32_t>((2ULL * i + 1) * from / (2ULL * to));
  }
  return all;
}

}  // namespace

int ink_threshold(Pixels const& picture) {
  std::uint64_t sum = 0;
  std::uint64_t squares = 0;
  for (std::size_t i = rgb_size; i < picture.rgba.size(); i += rgba_size) {
    std::uint64_t const opacity = picture.rgba[i];
    sum += opacity;
    squares += opacity * opacity;
  }
  return std::max(1, static_cast<int>(squares / (2 * std::max<std::uint64_t>(1, sum))));
}

int ink_opacity(Pixels const& picture, int threshold) {
  std::array<std::size_t, full + 1> pixels{};
  std::size_t all = 0;
  for (std::size_t i = rgb_size; i < picture.rgba.size(); i += rgba_size) {
    if (picture.rgba[i] < threshold) continue;
    ++pixels[picture.rgba[i]];
    ++all;
  }
  int opacity = 0;
  for (std::size_t below = pixels[0]; below <= all / 2 && opacity < full;) {
    below += pixels[static_cast<std::size_t>(++opacity)];
  }
  return opacity;
}

SealLayers::Grid clear_shape(Pixels const& picture, Sides const& sides, int threshold, int opacity) {
  constexpr int one = 256;
  SealLayers::Grid shape{sides.width, sides.height, {}};
  shape.values.reserve(std::size_t{sides.width} * sides.height);
  if (picture.width == sides.width && picture.height == sides.height) {
    for (std::size_t i = rgb_size; i < picture.rgba.size(); i += rgba_size) {
      shape.values.push_back(static_cast<std::uint8_t>(picture.rgba[i] >= threshold ? opacity : 0));
    }
    return shape;
  }
  auto const across = places(picture.width, sides.width);
  auto const at = [&](std::uint32_t x, std::uint32_t y) {
    return int{picture.rgba[(std::size_t{y} * picture.width + x) * rgba_size + rgb_size]};
  };
  for (auto const& row : places(picture.height, sides.height)) {
    for (auto const& column : across) {
      auto const level = [&](std::uint32_t y) {
        return at(column.first, y) * (one - column.share) + at(column.second, y) * column.share;
      };
      int const mean = level(row.first) * (one - row.share) + level(row.second) * row.share;
      shape.values.push_back(static_cast<std::uint8_t>(mean >= threshold * one * one ? opacity : 0));
    }
  }
  return shape;
}

SealLayers::Grid soft_shape(Pixels const& picture, int steps) {
  SealLayers::Grid shape{picture.width, picture.height, {}};
  shape.values.reserve(picture.rgba.size() / rgba_size);
  for (std::size_t i = rgb_size; i < picture.rgba.size(); i += rgba_size) {
    int const step = (picture.rgba[i] * steps + full / 2) / full;
    shape.values.push_back(static_cast<std::uint8_t>(step * full / steps));
  }
  return shape;
}

Pixels on_white(Pixels picture, int threshold) {
  for (std::size_t i = 0; i < picture.rgba.size(); i += rgba_size) {
    auto* pixel = &picture.rgba[i];
    int const opacity = pixel[rgb_size];
    pixel[rgb_size] = opacity < threshold ? 0 : full;
    if (opacity < threshold) continue;
    for (std::size_t j = 0; j < rgb_size; ++j)
      pixel[j] = static_cast<std::uint8_t>(seen_on_white(pixel[j], opacity));
  }
  return picture;
}

Pixels inks_of(Pixels const& on_white, Sides const& sides, int opacity) {
  auto inks = averaged(on_white, sides.width, sides.height);
  for (std::size_t i = 0; i < inks.rgba.size(); i += rgba_size) {
    for (std::size_t j = i; j < i + rgb_size; ++j) {
      inks.rgba[j] = static_cast<std::uint8_t>(std::max(0, full - (full - inks.rgba[j]) * full / opacity));
    }
  }
  return inks;
}

Pixels as_seen(SealLayers const& layers, Sides const& sides) {
  auto const& shape = layers.shape;
  std::vector<int> sums(std::size_t{sides.width} * sides.height);
  std::vector<int> counts(sums.size());
  // On the finer of both grids, so that each pixel of either is met.
  auto const wide = std::max(shape.width, sides.width);
  auto const high = std::max(shape.height, sides.height);
  auto const column_of = nearest(sides.width, wide);
  auto const row_of = nearest(sides.height, high);
  auto const shape_x = nearest(shape.width, wide);
  auto const shape_y = nearest(shape.height, high);
  for (std::uint32_t y = 0; y < high; ++y) {
    auto const* values = &shape.values[std::size_t{shape_y[y]} * shape.width];
    auto const row = std::size_t{row_of[y]} * sides.width;
    for (std::uint32_t x = 0; x < wide; ++x) {
      sums[row + column_of[x]] += values[shape_x[x]];
      ++counts[row + column_of[x]];
    }
  }
  Pixels picture{sides.width, sides.height, std::vector<std::uint8_t>(sums.size() * rgba_size)};
  auto const colour_x = nearest(layers.colours.width, sides.width);
  auto const colour_y = nearest(layers.colours.height, sides.height);
  for (std::uint32_t y = 0; y < sides.height; ++y) {
    auto const* colours = &layers.colours.values[std::size_t{colour_y[y]} * layers.colours.width];
    for (std::uint32_t x = 0; x < sides.width; ++x) {
      auto const at = std::size_t{y} * sides.width + x;
      auto const* colour = &layers.palette[std::size_t{colours[colour_x[x]]} * rgb_size];
      std::copy(colour, colour + rgb_size, &picture.rgba[at * rgba_size]);
      picture.rgba[at * rgba_size + rgb_size] = static_cast<std::uint8_t>(sums[at] / counts[at]);
    }
  }
  return picture;
}

int difference(Pixels const& a, Pixels const& b) {
  constexpr int hardly = 8;
  std::uint64_t squares = 0;
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < a.rgba.size(); i += rgba_size) {
    int const one = a.rgba[i + rgb_size];
    int const other = b.rgba[i + rgb_size];
    if (one < hardly && other < hardly) continue;
    for (std::size_t j = i; j < i + rgb_size; ++j) {
      int const off = seen_on_white(a.rgba[j], one) - seen_on_white(b.rgba[j], other);
      squares += static_cast<std::uint64_t>(off * off);
      ++count;
    }
  }
  int root = 0;
  while (static_cast<std::uint64_t>(root * root) * count < squares) ++root;
  return root;
}

}  // namespace ce::certificate_pdf
