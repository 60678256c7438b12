#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::certificate_pdf {

/// Paths of the faces a sheet is set in; each list is tried in order for every character.
struct FontPaths {
  std::vector<std::string> song;   // labels, numbers, the seal
  std::vector<std::string> kai;    // title, body text, names
  std::vector<std::string> marks;  // full-width punctuation, and Latin letters in Kai; tried before either
};

/// Debian's: BabelStone Han, HanaMin, LXGW WenKai, Arphic.
[[nodiscard]] FontPaths debian_font_paths();

/// Opened faces, memory-mapped, shared by all renderings. Owns its faces; safe for concurrent rendering.
class Fonts {
 public:
  /// Fails with font_missing, naming each path that could not be opened.
  static Result<Fonts> open(FontPaths const& paths);
  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  /// Fails with name_not_covered if some character of `text` has no face with a non-empty outline for it.
  [[nodiscard]] Result<void> covers(std::string_view text) const;

  struct Faces;
  [[nodiscard]] Faces const& faces() const { return *faces_; }

 private:
  explicit Fonts(std::unique_ptr<Faces> faces);
  std::unique_ptr<Faces> faces_;
};

}  // namespace ce::certificate_pdf
