#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <vector>

#include "kiosk/widgets/font_file.h"
#include "kiosk/widgets/shelf_packer.h"

namespace ce::widgets {

enum class Weight : std::uint8_t { regular, bold, icon };

/// Where the faces come from: Debian's font packages.
struct FontPaths {
  std::filesystem::path regular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
  std::filesystem::path bold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
  int simplified_chinese = 2;  // face of both collections
  std::filesystem::path icons =
      "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";
  /// Asked in this order for what the above lack.
  std::vector<std::filesystem::path> rare = {"/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
                                             "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
                                             "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf"};
};

/// A box of the sheet, in texels.
struct Texels {
  int x = 0;
  int y = 0;
  int w = 0;
  int h = 0;
};

struct Glyph {
  Texels box;
  float left = 0;  // px from the pen
  float top = 0;   // px from the baseline, downwards
  float advance = 0;
  bool missing = false;  // in no font: shown as an empty box
};

/// Every character at every size it is drawn in, rasterised when first needed, on one sheet of coverage
/// together with a white texel and soft shadows, so that a screen is one draw call. Holds the pixels in
/// memory; whoever owns a texture copies the dirty part. Interface thread only.
///
/// When the sheet must be enlarged or begun anew, texture coordinates given out before are void:
/// generation() changes, and what was drawn in this pass must be drawn again.
class GlyphAtlas {
 public:
  [[nodiscard]] static Result<GlyphAtlas> open(FontPaths const& paths);

  /// Valid until the generation changes.
  [[nodiscard]] Glyph const& glyph(char32_t code, int em, Weight weight);
  /// The corner of a soft shadow that fades over `reach` pixels, outside to the upper left.
  [[nodiscard]] Texels shadow(int reach);

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] unsigned char const* texels() const { return sheet_.data(); }
  [[nodiscard]] std::uint32_t generation() const { return generation_; }
  /// The middle of a white patch, as texture coordinates.
  [[nodiscard]] float white_u() const { return 1.5F / static_cast<float>(width_); }
  [[nodiscard]] float white_v() const { return 1.5F / static_cast<float>(height_); }

  /// What changed since the last call; nothing if nothing did.
  [[nodiscard]] std::optional<Texels> take_dirty();
  /// The texture's greatest side; the sheet never exceeds it.
  void limit_to(int side) { limit_ = side; }

 private:
  struct Source {
    FontFile const* font = nullptr;
    float embolden = 0;  // share of the em
  };

  explicit GlyphAtlas(FontEngine engine);
  [[nodiscard]] Source source(char32_t code, Weight weight) const;
  Texels put(int width, int height, unsigned char const* coverage);
  void begin_sheet(int height);
  void enlarge();
  void mark(Texels const& box);

  FontEngine engine_;  // before the files, which must go first
  std::vector<FontFile> regular_;
  std::vector<FontFile> bold_;
  std::vector<FontFile> icons_;
  std::vector<FontFile> rare_;
  std::unordered_map<std::uint64_t, Glyph> glyphs_;
  std::unordered_map<int, Texels> shadows_;
  int width_ = 2048;
  int height_ = 1024;
  int limit_ = 4096;
  ShelfPacker packer_{width_, height_};
  std::vector<unsigned char> sheet_;
  std::optional<Texels> dirty_;
  std::uint32_t generation_ = 0;
};

}  // namespace ce::widgets
