#include "shared/certificate_pdf/type_case.h"

#include <algorithm>

namespace ce::certificate_pdf {
namespace {

Outline drawn_by(Face const* face, char32_t character) {
  Outline const blank{{}, em_units};
  return face == nullptr ? blank : face->outline(character).value_or(blank);
}

}  // namespace

Outline TypeCase::drawing(char32_t character) const {
  return drawn_by(faces_->find(style_, character), character);
}

std::uint16_t TypeCase::glyph(char32_t character, Face const* wished) {
  auto const [asked, is_new] = asked_.try_emplace({wished, character}, std::uint16_t{0});
  if (!is_new) return asked->second;
  Face const* const face = faces_->find(style_, character, wished);
  auto const next = static_cast<std::uint16_t>(entries_.size());
  auto const [taken, is_new_drawing] = taken_.try_emplace({face, character}, next);
  if (is_new_drawing) {
    entries_.push_back({drawn_by(face, character), 0});
    characters_.push_back(character);
  }
  return asked->second = taken->second;
}

std::vector<Outline> TypeCase::outlines() const {
  constexpr double finest_mm = 0.02;  // half a dot at 600 dpi
  std::vector<Outline> result;
  for (auto const& [outline, size_mm] : entries_) {
    int grid = 1;
    while (size_mm > 0 && 2 * grid * size_mm / em_units <= finest_mm) grid *= 2;
    result.push_back(rounded(outline, grid));
  }
  return result;
}

SetText TypeCase::set(std::u32string_view text, double size_mm, Face const* face) {
  SetText line;
  int advance = 0;
  for (char32_t const character : text) {
    line.glyphs.push_back(glyph(character, face));
    Entry& entry = entries_[line.glyphs.back()];
    entry.size_mm = std::max(entry.size_mm, size_mm);
    advance += entry.outline.advance;
  }
  line.width_em = static_cast<double>(advance) / em_units;
  return line;
}

}  // namespace ce::certificate_pdf
