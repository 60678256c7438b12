#include "shared/certificate_pdf/type_case.h"

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
  auto const next = static_cast<std::uint16_t>(outlines_.size());
  auto const [taken, is_new_drawing] = taken_.try_emplace({face, character}, next);
  if (is_new_drawing) {
    outlines_.push_back(drawn_by(face, character));
    characters_.push_back(character);
  }
  return asked->second = taken->second;
}

SetText TypeCase::set(std::u32string_view text, Face const* face) {
  SetText line;
  int advance = 0;
  for (char32_t const character : text) {
    line.glyphs.push_back(glyph(character, face));
    advance += outlines_[line.glyphs.back()].advance;
  }
  line.width_em = static_cast<double>(advance) / em_units;
  return line;
}

}  // namespace ce::certificate_pdf
