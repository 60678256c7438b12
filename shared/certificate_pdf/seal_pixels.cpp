#include "shared/certificate_pdf/seal_pixels.h"

#include <png.h>

#include <algorithm>
#include <string>

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t pixel_bytes = 4;
constexpr std::size_t opacity_at = 3;
constexpr std::uint8_t hardly_seen = 8;  // of 255: less is what cutting out a seal leaves behind

Failure unreadable(std::string const& why) {
  return {FailureCode::input_invalid, "seal picture: " + why};
}

/// libpng's simplified reading; frees what it holds.
struct Reader {
  png_image image{};
  Reader() { image.version = PNG_IMAGE_VERSION; }
  Reader(Reader const&) = delete;
  Reader& operator=(Reader const&) = delete;
  ~Reader() { png_image_free(&image); }
};

bool is_seen(Pixels const& picture, std::uint32_t x, std::uint32_t y) {
  return picture.rgba[(std::size_t{y} * picture.width + x) * pixel_bytes + opacity_at] >= hardly_seen;
}

bool row_is_seen(Pixels const& picture, std::uint32_t y) {
  for (std::uint32_t x = 0; x < picture.width; ++x) {
    if (is_seen(picture, x, y)) return true;
  }
  return false;
}

bool column_is_seen(Pixels const& picture, std::uint32_t x) {
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    if (is_seen(picture, x, y)) return true;
  }
  return false;
}

/// Pixels of the original that one of the fitted covers, in parts of which a pixel of the original has `to`.
struct Span {
  std::uint32_t first = 0;
  std::vector<std::uint64_t> parts;
};

std::vector<Span> spans(std::uint32_t from, std::uint32_t to) {
  std::vector<Span> all(to);
  for (std::uint32_t i = 0; i < to; ++i) {
    std::uint64_t const begin = std::uint64_t{i} * from;
    std::uint64_t const end = begin + from;
    all[i].first = static_cast<std::uint32_t>(begin / to);
    for (std::uint64_t at = all[i].first; at * to < end; ++at) {
      all[i].parts.push_back(std::min(end, (at + 1) * to) - std::max(begin, at * to));
    }
  }
  return all;
}

/// The mean of an area. A colour counts as much as it is seen.
void put_mean(Pixels const& picture, Span const& across, Span const& down, std::uint8_t* to) {
  std::uint64_t area = 0;
  std::uint64_t seen = 0;
  std::uint64_t colours[opacity_at] = {};
  for (std::size_t y = 0; y < down.parts.size(); ++y) {
    auto const* from = &picture.rgba[((down.first + y) * picture.width + across.first) * pixel_bytes];
    for (std::uint64_t const part : across.parts) {
      std::uint64_t const share = part * down.parts[y];
      area += share;
      seen += share * from[opacity_at];
      for (std::size_t i = 0; i < opacity_at; ++i) colours[i] += share * from[opacity_at] * from[i];
      from += pixel_bytes;
    }
  }
  to[opacity_at] = static_cast<std::uint8_t>((seen + area / 2) / area);
  if (seen == 0) return;
  for (std::size_t i = 0; i < opacity_at; ++i) {
    to[i] = static_cast<std::uint8_t>((colours[i] + seen / 2) / seen);
  }
}

}  // namespace

Result<Pixels> read_seal_picture(std::string_view png) {
  Reader reader;
  auto& image = reader.image;
  if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) {
    return unreadable("is no PNG that can be read");
  }
  if (image.width > most_seal_side || image.height > most_seal_side) {
    return unreadable("is larger than " + std::to_string(most_seal_side) + " pixels");
  }
  image.format = PNG_FORMAT_RGBA;
  Pixels picture{image.width, image.height, {}};
  picture.rgba.resize(std::size_t{image.width} * image.height * pixel_bytes);
  if (png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr) == 0) {
    return unreadable("is damaged");
  }
  for (std::size_t i = opacity_at; i < picture.rgba.size(); i += pixel_bytes) {
    if (picture.rgba[i] >= hardly_seen) return picture;
  }
  return unreadable("is transparent everywhere");
}

Pixels without_margins(Pixels picture) {
  std::uint32_t top = 0;
  std::uint32_t bottom = picture.height;
  std::uint32_t left = 0;
  std::uint32_t right = picture.width;
  while (top < bottom && !row_is_seen(picture, top)) ++top;
  while (bottom > top && !row_is_seen(picture, bottom - 1)) --bottom;
  while (left < right && !column_is_seen(picture, left)) ++left;
  while (right > left && !column_is_seen(picture, right - 1)) --right;
  // In its own place: a large picture takes 64 MB.
  auto const row_bytes = std::size_t{right - left} * pixel_bytes;
  for (std::uint32_t y = top; y < bottom; ++y) {
    auto const* from = &picture.rgba[(std::size_t{y} * picture.width + left) * pixel_bytes];
    std::copy(from, from + row_bytes, &picture.rgba[(y - top) * row_bytes]);
  }
  picture.width = right - left;
  picture.height = bottom - top;
  picture.rgba.resize(row_bytes * picture.height);
  return picture;
}

Pixels averaged(Pixels const& picture, std::uint32_t width, std::uint32_t height) {
  Pixels small{width, height, {}};
  small.rgba.resize(std::size_t{width} * height * pixel_bytes);
  auto const across = spans(picture.width, width);
  auto const down = spans(picture.height, height);
  auto* to = small.rgba.data();
  for (auto const& row : down) {
    for (auto const& column : across) {
      put_mean(picture, column, row, to);
      to += pixel_bytes;
    }
  }
  return small;
}

Sides sides_of(Pixels const& picture, std::uint32_t most_side) {
  auto const longest = std::max(picture.width, picture.height);
  auto const scaled = [&](std::uint32_t side) {
    return std::max(1U, (side * most_side + longest / 2) / longest);
  };
  return {scaled(picture.width), scaled(picture.height)};
}

Pixels fitted(Pixels picture, std::uint32_t most_side) {
  if (std::max(picture.width, picture.height) <= most_side) return picture;
  auto const [width, height] = sides_of(picture, most_side);
  return averaged(picture, width, height);
}

}  // namespace ce::certificate_pdf
