#include "shared/certificate_pdf/glyf.h"

#include <algorithm>
#include <cstdlib>

namespace ce::certificate_pdf {
namespace {

constexpr unsigned on_curve_flag = 0x01;
constexpr unsigned x_short_flag = 0x02;
constexpr unsigned y_short_flag = 0x04;
constexpr unsigned repeat_flag = 0x08;
constexpr unsigned x_same_or_positive_flag = 0x10;
constexpr unsigned y_same_or_positive_flag = 0x20;

/// Writes one coordinate as the difference to the previous and returns its flag bits.
unsigned encode_delta(std::string& out, int delta, unsigned short_flag, unsigned same_or_positive_flag) {
  if (delta == 0) return same_or_positive_flag;
  if (std::abs(delta) < 256) {
    out.push_back(static_cast<char>(std::abs(delta)));
    return short_flag | (delta > 0 ? same_or_positive_flag : 0U);
  }
  append_u16(out, static_cast<std::uint32_t>(delta));
  return 0;
}

void append_flags(std::string& out, std::string const& flags) {
  for (std::size_t i = 0; i < flags.size();) {
    std::size_t run = 1;
    while (i + run < flags.size() && flags[i + run] == flags[i] && run < 256) ++run;
    if (run > 2) {
      out.push_back(static_cast<char>(static_cast<unsigned char>(flags[i]) | repeat_flag));
      out.push_back(static_cast<char>(run - 1));
    } else {
      out.append(run, flags[i]);
    }
    i += run;
  }
}

}  // namespace

void append_u16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>((value >> 8) & 0xFF));
  out.push_back(static_cast<char>(value & 0xFF));
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16);
  append_u16(out, value & 0xFFFF);
}

GlyphBounds bounds_of(Outline const& outline) {
  if (outline.empty()) return {};
  auto const& first = outline.contours.front().front();
  GlyphBounds box{first.x, first.y, first.x, first.y};
  for (auto const& contour : outline.contours) {
    for (auto const& point : contour) {
      box.x_min = std::min<int>(box.x_min, point.x);
      box.y_min = std::min<int>(box.y_min, point.y);
      box.x_max = std::max<int>(box.x_max, point.x);
      box.y_max = std::max<int>(box.y_max, point.y);
    }
  }
  return box;
}

std::string encode_glyph(Outline const& outline) {
  if (outline.empty()) return {};
  GlyphBounds const box = bounds_of(outline);
  std::string out;
  append_u16(out, static_cast<std::uint32_t>(outline.contours.size()));
  for (int const value : {box.x_min, box.y_min, box.x_max, box.y_max}) {
    append_u16(out, static_cast<std::uint32_t>(value));
  }
  std::string flags;
  std::string xs;
  std::string ys;
  int x = 0;
  int y = 0;
  std::uint32_t end = 0;
  for (auto const& contour : outline.contours) {
    end += static_cast<std::uint32_t>(contour.size());
    append_u16(out, end - 1);
    for (auto const& point : contour) {
      unsigned flag = point.on_curve ? on_curve_flag : 0U;
      flag |= encode_delta(xs, point.x - x, x_short_flag, x_same_or_positive_flag);
      flag |= encode_delta(ys, point.y - y, y_short_flag, y_same_or_positive_flag);
      flags.push_back(static_cast<char>(flag));
      x = point.x;
      y = point.y;
    }
  }
  append_u16(out, 0);  // length of the instructions
  append_flags(out, flags);
  out += xs + ys;
  out.resize((out.size() + 3) / 4 * 4, '\0');
  return out;
}

}  // namespace ce::certificate_pdf
