#include "shared/certificate_pdf/seal_picture.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/fax.h"
#include "shared/certificate_pdf/seal.h"
#include "shared/certificate_pdf/seal_layers.h"

namespace ce::certificate_pdf {
namespace {

using Packing = SealPicture::Packing;

constexpr std::uint32_t most_judged_side = 248;  // pixels: 150 dpi, where a dot is what the eye tells apart
/// Of 255, on paper. A seal of one ink with clear edges is off by 3 to 6, as it falls on the grid of 600 dpi.
constexpr int hardly_seen_difference = 12;
constexpr std::size_t most_colours = 8;

/// Grids and steps of opacity of a soft mask, the best first. Steps of a fifteenth are seen as rings, but the
/// dots of a grid below 150 dpi are seen before them.
constexpr std::array<std::pair<std::uint32_t, int>, 12> soft_ways{{{496, 51},
                                                                   {372, 51},
                                                                   {280, 51},
                                                                   {248, 51},
                                                                   {496, 15},
                                                                   {372, 15},
                                                                   {280, 15},
                                                                   {210, 15},
                                                                   {155, 15},
                                                                   {115, 15},
                                                                   {85, 15},
                                                                   {62, 15}}};

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

/// libpng chooses each row's filter; clear edges and even colours are smaller without any.
SealPicture::Plane smallest(SealLayers::Grid const& grid) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = grid.width;
  image.height = grid.height;
  image.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string png(size, '\0');
  // Out of memory only: the room is the largest that it may need.
  if (png_image_write_to_memory(&image, png.data(), &size, 0, grid.values.data(), 0, nullptr) == 0)
    std::abort();
  png.resize(size);
  auto predicted = image_data(png);
  auto plain = packed({grid.values.begin(), grid.values.end()});
  if (plain.size() <= predicted.size())
    return {grid.width, grid.height, 8, Packing::deflated, std::move(plain)};
  return {grid.width, grid.height, 8, Packing::predicted, std::move(predicted)};
}

/// All zero, a bit each: as large as its mask, for not every printer stretches one pixel over it.
SealPicture::Plane one_colour(SealLayers::Grid const& shape) {
  return {shape.width, shape.height, 1, Packing::deflated,
          packed(std::string((shape.width + 7) / 8 * shape.height, '\0'))};
}

/// A coarse picture says nothing of where within its pixels an edge lies.
std::uint32_t judged_side(Pixels const& picture) {
  return std::min(most_judged_side, std::max(1U, std::max(picture.width, picture.height) / 2));
}

/// Tries what a sheet might carry in a picture's place, and keeps what looks most like it.
class SealPacker {
 public:
  explicit SealPacker(Pixels const& picture)
      : picture_(picture),
        drawn_(sides_of(picture, most_drawn_side)),
        seen_(fitted(picture, judged_side(picture))),
        threshold_(ink_threshold(picture)),
        opacity_(ink_opacity(picture, threshold_)),
        on_white_(on_white(picture, threshold_)) {}

  SealPicture pack() {
    // Coarser detail makes smoother edges, on the same fine grid.
    for (std::uint32_t const detail : {most_drawn_side, 620U, 372U}) {
      if (try_clear(fitted(picture_, detail))) break;
    }
    if (least_ <= hardly_seen_difference) return std::move(*best_);
    for (auto const& [side, steps] : soft_ways) {
      if (try_soft(fitted(picture_, side), steps)) break;
    }
    return std::move(*best_);
  }

 private:
  /// Whether coarser detail would gain nothing.
  bool try_clear(Pixels const& picture) {
    SealLayers layers;
    layers.shape = clear_shape(picture, drawn_, threshold_, opacity_);
    SealPicture packed;
    packed.opacity = opacity_;
    packed.shape = {drawn_.width, drawn_.height, 1, Packing::fax,
                    fax({drawn_.width, drawn_.height, layers.shape.values})};
    auto const inks = [&](std::uint32_t side) {
      auto const own = std::max(picture_.width, picture_.height);
      return inks_of(on_white_, sides_of(picture_, std::min(side, own)), opacity_);
    };
    put_colours(layers, inks(1), 1);
    packed.palette = layers.palette;
    if (packed.bytes() > most_picture_bytes) return false;
    if (try_this(layers, packed) && alike_) return true;
    for (std::uint32_t const side : {496U, 248U, 124U, 62U}) {
      put_colours(layers, inks(side), most_colours);
      packed.palette = layers.palette;
      packed.colours = smallest(layers.colours);
      // Colours as coarse as the last are seen as steps: less detail may leave room for finer ones.
      if (try_this(layers, packed))
        return (alike_ && side > 62) || packed.shape.bytes.size() < most_picture_bytes / 4;
    }
    return false;
  }

  /// Whether there is room for it.
  bool try_soft(Pixels const& picture, int steps) {
    SealLayers layers;
    layers.shape = soft_shape(picture, steps);
    SealPicture packed;
    packed.shape = smallest(layers.shape);
    put_colours(layers, averaged(picture, 1, 1), 1);
    packed.palette = layers.palette;
    packed.colours = one_colour(layers.shape);
    if (try_this(layers, packed) && alike_) return true;
    put_colours(layers, fitted(picture, std::max(picture.width, picture.height) / 2), most_colours);
    packed.palette = layers.palette;
    packed.colours = smallest(layers.colours);
    return try_this(layers, packed);
  }

  /// Whether there is room for it.
  bool try_this(SealLayers const& layers, SealPicture const& packed) {
    if (packed.bytes() > most_picture_bytes) return false;
    int const apart = difference(as_seen(layers, {seen_.width, seen_.height}), seen_);
    alike_ = apart <= hardly_seen_difference;
    if (best_ && least_ <= apart) return true;
    best_ = packed;
    least_ = apart;
    return true;
  }

  Pixels const& picture_;
  Sides drawn_;
  Pixels seen_;  // the picture, as large as it is judged
  int threshold_;
  int opacity_;
  Pixels on_white_;
  bool alike_ = false;  // the last that there was room for looks like the picture
  std::optional<SealPicture> best_;
  int least_ = 256;  // its difference
};

}  // namespace

Result<SealPicture> pack_seal_picture(std::string_view png) {
  CE_TRY(auto read, read_seal_picture(png));
  auto const pixels = fitted(without_margins(std::move(read)), most_drawn_side);
  auto picture = SealPacker{pixels}.pack();
  double const longest = std::max(pixels.width, pixels.height);
  picture.width_mm = seal_diameter * pixels.width / longest;
  picture.height_mm = seal_diameter * pixels.height / longest;
  return picture;
}

}  // namespace ce::certificate_pdf
