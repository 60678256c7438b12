#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "shared/certificate_pdf/outline.h"

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace ce::certificate_pdf {

/// One font file, memory-mapped by FreeType, with a library instance of its own. Its mutex makes every
/// call safe from any thread; a look-up takes microseconds.
class Face {
 public:
  /// Nothing if the file is missing or is no TrueType font with Unicode mapping. Of a collection (.ttc)
  /// the first member is taken.
  static std::unique_ptr<Face> open(std::string const& path);
  ~Face();
  Face(Face const&) = delete;
  Face& operator=(Face const&) = delete;

  /// The outline of `character`, component glyphs already put in place. A blank (U+0020, U+3000) has an
  /// advance and no contour. Nothing if the character is not mapped, or is no blank and has an empty
  /// outline: some fonts map characters that they do not draw.
  [[nodiscard]] std::optional<Outline> outline(char32_t character) const;
  [[nodiscard]] bool draws(char32_t character) const;

 private:
  Face(FT_LibraryRec_* library, FT_FaceRec_* face) : library_(library), face_(face) {}
  [[nodiscard]] bool load(char32_t character) const;
  [[nodiscard]] std::optional<Outline> const& known(char32_t character) const;
  [[nodiscard]] std::optional<Outline> read(char32_t character) const;
  [[nodiscard]] int scaled(long units) const;

  FT_LibraryRec_* library_;
  FT_FaceRec_* face_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<char32_t, std::optional<Outline>> known_;  // what sheets use again and again
};

}  // namespace ce::certificate_pdf
