#include "shared/certificate_pdf/seal_picture.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/seal.h"
#include "shared/certificate_pdf/seal_pixels.h"

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t rgb_bytes = 3;
constexpr std::size_t rgba_bytes = 4;
/// Of 255. A stroke's edge, mixed with a ground that is not there, is off by a few; nobody sees it in print.
constexpr int one_colour_tolerance = 12;

/// What the chunks of image data hold, which is what a PDF's predictor 15 reads (ISO 32000-1, 7.4.4.4).
std::string image_data(std::string_view png) {
  constexpr std::size_t signature = 8;
  constexpr std::size_t around = 12;  // length, type, checksum
  std::string data;
  for (std::size_t at = signature; at + around <= png.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8U | static_cast<unsigned char>(png[at + i]);
    if (png.substr(at + 4, 4) == "IDAT") data += png.substr(at + 8, length);
    at += length + around;
  }
  return data;
}

/// libpng chooses each row's filter; a seal of clear edges is smaller without any.
SealPicture::Plane smallest(std::string const& samples, SealPicture const& picture, png_uint_32 format) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = picture.width;
  image.height = picture.height;
  image.format = format;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string png(size, '\0');
  // Out of memory only: the room is the largest that it may need.
  if (png_image_write_to_memory(&image, png.data(), &size, 0, samples.data(), 0, nullptr) == 0) std::abort();
  png.resize(size);
  auto predicted = image_data(png);
  auto plain = packed(samples);
  if (plain.size() <= predicted.size()) return {std::move(plain), false};
  return {std::move(predicted), true};
}

/// The mean of what is seen, if all of it is near enough to that.
std::optional<std::string> one_colour_of(Pixels const& pixels) {
  constexpr std::uint8_t hardly = 16;
  std::array<std::uint64_t, rgb_bytes> sums{};
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < pixels.rgba.size(); i += rgba_bytes) {
    std::uint64_t const opacity = pixels.rgba[i + rgb_bytes];
    seen += opacity;
    for (std::size_t j = 0; j < rgb_bytes; ++j) sums[j] += opacity * pixels.rgba[i + j];
  }
  std::string colour;
  for (auto const sum : sums) colour += static_cast<char>((sum + seen / 2) / seen);
  for (std::size_t i = 0; i < pixels.rgba.size(); i += rgba_bytes) {
    if (pixels.rgba[i + rgb_bytes] < hardly) continue;
    for (std::size_t j = 0; j < rgb_bytes; ++j) {
      int const mean = static_cast<unsigned char>(colour[j]);
      if (std::abs(int{pixels.rgba[i + j]} - mean) > one_colour_tolerance) return std::nullopt;
    }
  }
  return colour;
}

/// Colours alone. Where nothing is seen stands the colour before it: it packs to nothing, and whoever makes
/// the picture smaller to show it mixes no foreign colour into the edges.
std::string colours_of(Pixels const& pixels) {
  std::string colours;
  colours.reserve(pixels.rgba.size() / rgba_bytes * rgb_bytes);
  std::array<char, rgb_bytes> last{};
  for (std::size_t i = pixels.rgba.size(); i >= rgba_bytes; i -= rgba_bytes) {
    if (pixels.rgba[i - 1] == 0) continue;  // what is left is the first colour that is seen
    for (std::size_t j = 0; j < rgb_bytes; ++j) last[j] = static_cast<char>(pixels.rgba[i - rgba_bytes + j]);
  }
  for (std::size_t i = 0; i < pixels.rgba.size(); i += rgba_bytes) {
    if (pixels.rgba[i + rgb_bytes] > 0) {
      for (std::size_t j = 0; j < rgb_bytes; ++j) last[j] = static_cast<char>(pixels.rgba[i + j]);
    }
    colours.append(last.data(), last.size());
  }
  return colours;
}

/// In 32 steps, which nobody tells from 255 in an edge a dot wide, and which pack a third smaller.
std::string opacity_of(Pixels const& pixels) {
  constexpr unsigned most = 255;
  constexpr unsigned steps = 31;
  std::string opacity;
  opacity.reserve(pixels.rgba.size() / rgba_bytes);
  for (std::size_t i = rgb_bytes; i < pixels.rgba.size(); i += rgba_bytes) {
    unsigned const step = (pixels.rgba[i] * steps + most / 2) / most;
    opacity += static_cast<char>((step * most + steps / 2) / steps);
  }
  return opacity;
}

}  // namespace

Result<SealPicture> pack_seal_picture(std::string_view png) {
  CE_TRY(auto read, read_seal_picture(png));
  auto const pixels = fitted(without_margins(std::move(read)), most_drawn_side);
  SealPicture picture;
  picture.width = pixels.width;
  picture.height = pixels.height;
  double const longest = std::max(pixels.width, pixels.height);
  picture.width_mm = seal_diameter * pixels.width / longest;
  picture.height_mm = seal_diameter * pixels.height / longest;
  picture.one_colour = one_colour_of(pixels);
  if (picture.one_colour) {
    // All zero, a bit each: as large as its mask, for not every printer stretches one pixel over it.
    picture.colours = {packed(std::string((pixels.width + 7) / 8 * pixels.height, '\0')), false};
  } else {
    picture.colours = smallest(colours_of(pixels), picture, PNG_FORMAT_RGB);
  }
  picture.opacity = smallest(opacity_of(pixels), picture, PNG_FORMAT_GRAY);
  return picture;
}

}  // namespace ce::certificate_pdf
