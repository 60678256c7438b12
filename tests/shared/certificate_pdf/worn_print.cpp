#include "shared/certificate_pdf/worn_print.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <numbers>
#include <random>
#include <vector>

namespace ce::certificate_pdf::testing {
namespace {

using Plane = std::vector<double>;

/// What lies beside the picture is paper.
double at(GreyPicture const& picture, int x, int y) {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return 255;
  auto const index = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
  return static_cast<unsigned char>(picture.pixels[index + static_cast<std::size_t>(x)]);
}

Plane turned(GreyPicture const& picture, double degrees) {
  double const angle = degrees * std::numbers::pi / 180;
  double const middle_x = picture.width / 2.0;
  double const middle_y = picture.height / 2.0;
  Plane plane;
  plane.reserve(picture.pixels.size());
  for (int row = 0; row < picture.height; ++row) {
    for (int column = 0; column < picture.width; ++column) {
      double const x = std::cos(angle) * (column - middle_x) + std::sin(angle) * (row - middle_y) + middle_x;
      double const y = std::cos(angle) * (row - middle_y) - std::sin(angle) * (column - middle_x) + middle_y;
      int const left = static_cast<int>(std::floor(x));
      int const top = static_cast<int>(std::floor(y));
      double const upper = std::lerp(at(picture, left, top), at(picture, left + 1, top), x - left);
      double const lower = std::lerp(at(picture, left, top + 1), at(picture, left + 1, top + 1), x - left);
      plane.push_back(std::lerp(upper, lower, y - top));
    }
  }
  return plane;
}

/// Blurs along one direction: `step` from a pixel to its neighbour, `line` pixels in a line.
Plane blurred(Plane const& plane, double sigma, std::ptrdiff_t line, std::ptrdiff_t step,
              std::ptrdiff_t lines, std::ptrdiff_t between) {
  int const reach = static_cast<int>(std::ceil(3 * sigma));
  Plane out(plane.size());
  for (std::ptrdiff_t l = 0; l < lines; ++l) {
    for (std::ptrdiff_t i = 0; i < line; ++i) {
      double sum = 0;
      double weight = 0;
      for (int d = -reach; d <= reach; ++d) {
        auto const j = std::clamp<std::ptrdiff_t>(i + d, 0, line - 1);
        double const w = std::exp(-d * d / (2 * sigma * sigma));
        sum += w * plane[static_cast<std::size_t>(l * between + j * step)];
        weight += w;
      }
      out[static_cast<std::size_t>(l * between + i * step)] = sum / weight;
    }
  }
  return out;
}

}  // namespace

GreyPicture read_picture(std::string const& file) {
  std::ifstream in{file, std::ios::binary};
  std::string kind;
  int most = 0;
  GreyPicture picture;
  in >> kind >> picture.width >> picture.height >> most;
  in.get();
  if (kind != "P5" || most != 255) return {};
  picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  in.read(picture.pixels.data(), static_cast<std::streamsize>(picture.pixels.size()));
  return picture;
}

void write_picture(GreyPicture const& picture, std::string const& file) {
  std::ofstream out{file, std::ios::binary};
  out << "P5\n" << picture.width << ' ' << picture.height << "\n255\n" << picture.pixels;
}

GreyPicture worn(GreyPicture const& picture, Wear const& wear) {
  auto plane = turned(picture, wear.degrees);
  if (wear.blur_px > 0) {
    plane = blurred(plane, wear.blur_px, picture.width, 1, picture.height, picture.width);
    plane = blurred(plane, wear.blur_px, picture.height, picture.width, picture.width, 1);
  }
  std::mt19937 random{wear.seed};
  std::normal_distribution<double> noise{0, std::max(wear.noise, 1e-9)};
  GreyPicture out{picture.width, picture.height, {}};
  for (double const value : plane) {
    out.pixels.push_back(static_cast<char>(std::lround(std::clamp(value + noise(random), 0.0, 255.0))));
  }
  return out;
}

}  // namespace ce::certificate_pdf::testing
