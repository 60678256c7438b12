#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "shared/certificate_pdf/face.h"
#include "shared/certificate_pdf/fonts.h"

namespace ce::certificate_pdf {

class Stencils;

enum class Style : std::uint8_t { song, kai };

/// The opened faces behind Fonts.
struct Fonts::Faces {
  std::vector<std::unique_ptr<Face>> song;
  std::vector<std::unique_ptr<Face>> kai;
  std::vector<std::unique_ptr<Face>> marks;

  /// The face that draws the character in this style: by the style's own chain, then by the other's, since
  /// a name in mixed styles is better than no name. `wished` goes before both, but not before the marks.
  /// Null if no face does.
  [[nodiscard]] Face const* find(Style style, char32_t character, Face const* wished = nullptr) const;
  /// The first face that draws all of `text`, so that a name does not change its hand halfway. Null if
  /// none does.
  [[nodiscard]] Face const* find_for_all(Style style, std::u32string_view text) const;

  /// What sheets in these faces have in common.
  std::shared_ptr<Stencils> stencils;
};

}  // namespace ce::certificate_pdf
