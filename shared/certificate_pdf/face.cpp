#include "shared/certificate_pdf/face.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <cmath>

namespace ce::certificate_pdf {
namespace {

bool prints_nothing(char32_t character) {
  return character == U' ' || character == U'\u3000';
}

}  // namespace

std::unique_ptr<Face> Face::open(std::string const& path) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return nullptr;
  FT_Face face = nullptr;
  if (FT_New_Face(library, path.c_str(), 0, &face) != 0) {
    FT_Done_FreeType(library);
    return nullptr;
  }
  // The constructor is private, hence no make_unique.
  std::unique_ptr<Face> opened(new Face(library, face));
  if (!FT_IS_SCALABLE(face) || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0) return nullptr;
  return opened;
}

Face::~Face() {
  FT_Done_Face(face_);
  FT_Done_FreeType(library_);
}

int Face::scaled(long units) const {
  return static_cast<int>(
      std::lround(static_cast<double>(units) * em_units / static_cast<double>(face_->units_per_EM)));
}

bool Face::load(char32_t character) const {
  FT_UInt const glyph = FT_Get_Char_Index(face_, character);
  return glyph != 0 && FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) == 0 &&
         face_->glyph->format == FT_GLYPH_FORMAT_OUTLINE;
}

// The same words stand on every sheet, and each look-up of a character asks twice.
std::optional<Outline> const& Face::known(char32_t character) const {
  constexpr std::size_t most = 4096;
  auto const found = known_.find(character);
  if (found != known_.end()) return found->second;
  if (known_.size() >= most) known_.clear();
  return known_.emplace(character, read(character)).first->second;
}

std::optional<Outline> Face::outline(char32_t character) const {
  std::lock_guard const lock(mutex_);
  return known(character);
}

bool Face::draws(char32_t character) const {
  std::lock_guard const lock(mutex_);
  return known(character).has_value();
}

std::optional<Outline> Face::read(char32_t character) const {
  if (!load(character)) return std::nullopt;
  FT_Outline const& source = face_->glyph->outline;
  Outline result;
  result.advance = scaled(face_->glyph->metrics.horiAdvance);
  int first = 0;
  for (int contour = 0; contour < source.n_contours; ++contour) {
    int const last = source.contours[contour];
    std::vector<OutlinePoint> points;
    for (int i = first; i <= last; ++i) {
      if (FT_CURVE_TAG(source.tags[i]) == FT_CURVE_TAG_CUBIC) return std::nullopt;
      points.push_back({static_cast<std::int16_t>(scaled(source.points[i].x)),
                        static_cast<std::int16_t>(scaled(source.points[i].y)),
                        FT_CURVE_TAG(source.tags[i]) == FT_CURVE_TAG_ON});
    }
    first = last + 1;
    if (points.size() >= 3) result.contours.push_back(std::move(points));
  }
  if (result.empty() != prints_nothing(character)) return std::nullopt;
  return result;
}

}  // namespace ce::certificate_pdf
