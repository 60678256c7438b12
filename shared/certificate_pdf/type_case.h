#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/certificate_pdf/faces.h"

namespace ce::certificate_pdf {

/// A line of glyphs ready for a page: glyph ids of one TypeCase and the width they take.
struct SetText {
  std::vector<std::uint16_t> glyphs;
  double width_em = 0;
};

/// The characters of one style that a document uses, in the order of their first use: what becomes its
/// embedded font. One document, one thread. Borrows `faces`.
class TypeCase {
 public:
  TypeCase(Fonts::Faces const& faces, Style style) : faces_(&faces), style_(style) {}

  /// Han characters in `face` where it draws them; everything else by the style's chain.
  /// Precondition: `text` was accepted by Fonts::covers (fixed words are covered by the Song chain).
  /// `size_mm` is the largest em that the text will be printed at.
  [[nodiscard]] SetText set(std::u32string_view text, double size_mm, Face const* face = nullptr);
  /// The drawing of one character without taking it into the embedded font.
  [[nodiscard]] Outline drawing(char32_t character) const;

  /// By glyph id, as fine as a printer's dot at their size asks for; id 0 is blank.
  [[nodiscard]] std::vector<Outline> outlines() const;
  [[nodiscard]] std::u32string const& characters() const { return characters_; }
  [[nodiscard]] Fonts::Faces const& faces() const { return *faces_; }

 private:
  using Key = std::pair<Face const*, char32_t>;
  struct Entry {
    Outline outline;
    double size_mm = 0;
  };
  std::uint16_t glyph(char32_t character, Face const* wished);

  Fonts::Faces const* faces_;
  Style style_;
  std::map<Key, std::uint16_t> asked_;  // by the face wished for, to spare looking twice
  std::map<Key, std::uint16_t> taken_;  // by the face that draws it, so that no drawing is embedded twice
  std::vector<Entry> entries_{{Outline{{}, em_units}, 0}};
  std::u32string characters_{U'\0'};
};

}  // namespace ce::certificate_pdf
