#include "kiosk/widgets/font_file.h"

#include <fcntl.h>
#include <ft2build.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace ce::widgets {
namespace {

Failure missing(std::filesystem::path const& path, char const* what) {
  return {FailureCode::asset_missing,
          path.string() + ": " + what + "; install the font packages that packaging/apt-packages names"};
}

}  // namespace

void FontEngine::Stop::operator()(FT_LibraryRec_* library) const {
  FT_Done_FreeType(library);
}

Result<FontEngine> FontEngine::start() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    return Failure{FailureCode::internal_fault, "FreeType does not start"};
  }
  return FontEngine(library);
}

void FontFile::Unmap::operator()(void* memory) const {
  munmap(memory, size);
}
void FontFile::Close::operator()(FT_FaceRec_* face) const {
  FT_Done_Face(face);
}

Result<FontFile> FontFile::open(FontEngine const& engine, std::filesystem::path const& path, int index) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return missing(path, std::strerror(errno));
  struct stat about {};
  void* memory = MAP_FAILED;
  if (fstat(file, &about) == 0 && about.st_size > 0) {
    memory = mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  }
  ::close(file);
  if (memory == MAP_FAILED) return missing(path, "cannot be mapped into memory");

  FontFile font;
  font.memory_ = {memory, Unmap{static_cast<std::size_t>(about.st_size)}};
  FT_Face face = nullptr;
  if (FT_New_Memory_Face(engine.handle(), static_cast<FT_Byte const*>(memory), about.st_size, index, &face) !=
      0) {
    return missing(path, "is not a font");
  }
  font.face_.reset(face);
  return font;
}

bool FontFile::has(char32_t code) const {
  return FT_Get_Char_Index(face_.get(), code) != 0;
}

GlyphImage FontFile::rasterise(char32_t code, int em, float embolden) const {
  GlyphImage image;
  FT_Face const face = face_.get();
  // Unhinted outlines: hinting of CFF Han at these sizes only shifts strokes, and advances stay true.
  if (FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(em)) != 0 ||
      FT_Load_Char(face, code, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) {
    return image;
  }
  image.advance = std::round(static_cast<float>(face->glyph->linearHoriAdvance) / 65536.F);
  if (embolden > 0) FT_Outline_Embolden(&face->glyph->outline, std::lround(embolden * 64));
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return image;

  FT_Bitmap const& bitmap = face->glyph->bitmap;
  image.left = face->glyph->bitmap_left;
  image.top = face->glyph->bitmap_top;
  image.width = static_cast<int>(bitmap.width);
  image.height = static_cast<int>(bitmap.rows);
  image.coverage.resize(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
  for (unsigned row = 0; row < bitmap.rows; ++row) {
    std::memcpy(image.coverage.data() + static_cast<std::size_t>(row) * bitmap.width,
                bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch, bitmap.width);
  }
  return image;
}

}  // namespace ce::widgets
