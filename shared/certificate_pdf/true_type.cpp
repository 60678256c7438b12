#include "shared/certificate_pdf/true_type.h"

#include <algorithm>
#include <utility>

#include "shared/certificate_pdf/glyf.h"

namespace ce::certificate_pdf {
namespace {

using Tables = std::vector<std::pair<std::string, std::string>>;  // tag, content; in the order of tags

struct FontExtent {
  GlyphBounds box;
  int max_advance = 0;
  int min_left = em_units;
  int min_right = em_units;
  int max_extent = 0;
  std::size_t max_points = 0;
  std::size_t max_contours = 0;
};

FontExtent measure(std::vector<Outline> const& outlines) {
  FontExtent extent;
  for (auto const& outline : outlines) {
    GlyphBounds const box = bounds_of(outline);
    extent.box.x_min = std::min(extent.box.x_min, box.x_min);
    extent.box.y_min = std::min(extent.box.y_min, box.y_min);
    extent.box.x_max = std::max(extent.box.x_max, box.x_max);
    extent.box.y_max = std::max(extent.box.y_max, box.y_max);
    extent.max_advance = std::max(extent.max_advance, outline.advance);
    extent.min_left = std::min(extent.min_left, box.x_min);
    extent.min_right = std::min(extent.min_right, outline.advance - box.x_max);
    extent.max_extent = std::max(extent.max_extent, box.x_max);
    std::size_t points = 0;
    for (auto const& contour : outline.contours) points += contour.size();
    extent.max_points = std::max(extent.max_points, points);
    extent.max_contours = std::max(extent.max_contours, outline.contours.size());
  }
  return extent;
}

void append_all(std::string& out, std::initializer_list<int> values) {
  for (int const value : values) append_u16(out, static_cast<std::uint32_t>(value));
}

std::string head_table(FontExtent const& extent) {
  std::string head;
  append_u32(head, 0x00010000);  // version
  append_u32(head, 0x00010000);  // revision
  append_u32(head, 0);           // checksum adjustment, set at the end
  append_u32(head, 0x5F0F3CF5);  // magic number
  append_u16(head, 0x0003);      // baseline and left side bearing at 0
  append_u16(head, em_units);
  head.append(16, '\0');  // created, modified: no clock, so that the same text gives the same bytes
  append_all(head, {extent.box.x_min, extent.box.y_min, extent.box.x_max, extent.box.y_max});
  append_all(head, {0, 8, 2, 1, 0});  // style, smallest size, direction, long loca, glyf format
  return head;
}

std::string hhea_table(FontExtent const& extent, std::size_t glyphs) {
  std::string hhea;
  append_u32(hhea, 0x00010000);
  append_all(hhea, {extent.box.y_max, extent.box.y_min, 0, extent.max_advance, extent.min_left,
                    extent.min_right, extent.max_extent});
  append_all(hhea, {1, 0, 0, 0, 0, 0, 0, 0, static_cast<int>(glyphs)});
  return hhea;
}

std::string maxp_table(FontExtent const& extent, std::size_t glyphs) {
  std::string maxp;
  append_u32(maxp, 0x00010000);
  append_all(maxp, {static_cast<int>(glyphs), static_cast<int>(extent.max_points),
                    static_cast<int>(extent.max_contours)});
  append_all(maxp, {0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0});  // no composites, two zones, no instructions
  return maxp;
}

std::uint32_t checksum(std::string const& bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    std::uint32_t word = 0;
    for (std::size_t j = i; j < i + 4; ++j) {
      word = (word << 8) | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0U);
    }
    sum += word;
  }
  return sum;
}

std::string assemble(Tables const& tables) {
  auto const count = static_cast<std::uint32_t>(tables.size());
  std::uint32_t log2 = 0;
  while ((2U << log2) <= count) ++log2;
  std::string file;
  append_u32(file, 0x00010000);
  append_u16(file, count);
  append_u16(file, 16U << log2);
  append_u16(file, log2);
  append_u16(file, 16U * count - (16U << log2));
  std::size_t offset = 12 + 16 * tables.size();
  std::size_t head_at = 0;
  for (auto const& [tag, content] : tables) {
    if (tag == "head") head_at = offset;
    file += tag;
    append_u32(file, checksum(content));
    append_u32(file, static_cast<std::uint32_t>(offset));
    append_u32(file, static_cast<std::uint32_t>(content.size()));
    offset += (content.size() + 3) / 4 * 4;
  }
  for (auto const& [tag, content] : tables) {
    file += content;
    file.resize((file.size() + 3) / 4 * 4, '\0');
  }
  std::string adjustment;
  append_u32(adjustment, 0xB1B0AFBAU - checksum(file));
  file.replace(head_at + 8, 4, adjustment);
  return file;
}

}  // namespace

std::string build_true_type(std::vector<Outline> const& outlines) {
  FontExtent const extent = measure(outlines);
  std::string glyf;
  std::string loca;
  std::string hmtx;
  for (auto const& outline : outlines) {
    append_u32(loca, static_cast<std::uint32_t>(glyf.size()));
    glyf += encode_glyph(outline);
    append_all(hmtx, {outline.advance, bounds_of(outline).x_min});
  }
  append_u32(loca, static_cast<std::uint32_t>(glyf.size()));
  return assemble({{"glyf", std::move(glyf)},
                   {"head", head_table(extent)},
                   {"hhea", hhea_table(extent, outlines.size())},
                   {"hmtx", std::move(hmtx)},
                   {"loca", std::move(loca)},
                   {"maxp", maxp_table(extent, outlines.size())}});
}

}  // namespace ce::certificate_pdf
