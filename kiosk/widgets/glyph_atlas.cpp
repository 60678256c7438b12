#include "kiosk/widgets/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "kiosk/widgets/soft_edge.h"

namespace ce::widgets {
namespace {

constexpr int first_height = 1024;
constexpr int greatest_sheet = 4096;
constexpr char32_t box_sign = 0x25A1;  // WHITE SQUARE stands for what no font has

std::uint64_t key_of(char32_t code, int em, Weight weight) {
  return (static_cast<std::uint64_t>(code) << 24U) | (static_cast<std::uint64_t>(em) << 4U) |
         static_cast<std::uint64_t>(weight);
}

}  // namespace

GlyphAtlas::GlyphAtlas(FontEngine engine) : engine_(std::move(engine)) {
  begin_sheet(first_height);
}

Result<GlyphAtlas> GlyphAtlas::open(FontPaths const& paths) {
  CE_TRY(FontEngine engine, FontEngine::start());
  GlyphAtlas atlas(std::move(engine));
  auto const add = [&atlas](std::vector<FontFile>& to, std::filesystem::path const& path,
                            int index) -> Result<void> {
    CE_TRY(FontFile font, FontFile::open(atlas.engine_, path, index));
    to.push_back(std::move(font));
    return {};
  };
  CE_CHECK(add(atlas.regular_, paths.regular, paths.simplified_chinese));
  CE_CHECK(add(atlas.bold_, paths.bold, paths.simplified_chinese));
  CE_CHECK(add(atlas.icons_, paths.icons, 0));
  for (auto const& path : paths.rare) CE_CHECK(add(atlas.rare_, path, 0));
  return atlas;
}

GlyphAtlas::Source GlyphAtlas::source(char32_t code, Weight weight) const {
  auto const& first = weight == Weight::icon ? icons_ : weight == Weight::bold ? bold_ : regular_;
  if (first.front().has(code)) return {&first.front(), 0};
  for (FontFile const& font : rare_) {
    // The rare fonts have one weight: thicken them where the line is bold.
    if (font.has(code)) return {&font, weight == Weight::bold ? 1.F / 28.F : 1.F / 90.F};
  }
  return {};
}

Glyph const& GlyphAtlas::glyph(char32_t code, int em, Weight weight) {
  auto const key = key_of(code, em, weight);
  if (auto const known = glyphs_.find(key); known != glyphs_.end()) return known->second;

  Source const found = source(code, weight);
  GlyphImage const image = found.font
                               ? found.font->rasterise(code, em, found.embolden * static_cast<float>(em))
                               : regular_.front().rasterise(box_sign, em, 0);
  Glyph made;
  made.left = static_cast<float>(image.left);
  made.top = static_cast<float>(-image.top);
  made.advance = image.advance;
  made.missing = found.font == nullptr;
  if (image.width > 0) made.box = put(image.width, image.height, image.coverage.data());
  return glyphs_.insert_or_assign(key, made).first->second;
}

Texels GlyphAtlas::shadow(int reach) {
  if (auto const known = shadows_.find(reach); known != shadows_.end()) return known->second;
  auto const edge = soft_corner(reach);
  Texels const box = put(reach, reach, edge.data());
  shadows_[reach] = box;
  return box;
}

Texels GlyphAtlas::put(int width, int height, unsigned char const* coverage) {
  auto place = packer_.place(width, height);
  for (int tries = 0; !place && tries < 3; ++tries) {
    enlarge();
    place = packer_.place(width, height);
  }
  if (!place) return {};
  for (int row = 0; row < height; ++row) {
    std::memcpy(sheet_.data() + static_cast<std::size_t>(place->y + row) * static_cast<std::size_t>(width_) +
                    static_cast<std::size_t>(place->x),
                coverage + static_cast<std::size_t>(row) * static_cast<std::size_t>(width),
                static_cast<std::size_t>(width));
  }
  Texels const box{place->x, place->y, width, height};
  mark(box);
  return box;
}

void GlyphAtlas::begin_sheet(int height) {
  height_ = height;
  packer_ = ShelfPacker(width_, height_);
  sheet_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0);
  glyphs_.clear();
  shadows_.clear();
  ++generation_;
  dirty_ = Texels{0, 0, width_, height_};
  unsigned char const white[9] = {255, 255, 255, 255, 255, 255, 255, 255, 255};
  put(3, 3, white);
}

void GlyphAtlas::enlarge() {
  int const wanted = height_ * 2;
  if (wanted > std::min(limit_, greatest_sheet)) {
    begin_sheet(height_);
    return;
  }
  height_ = wanted;
  packer_.grow(height_);
  sheet_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0);
  ++generation_;
  dirty_ = Texels{0, 0, width_, height_};
}

void GlyphAtlas::mark(Texels const& box) {
  if (!dirty_) {
    dirty_ = box;
    return;
  }
  int const right = std::max(dirty_->x + dirty_->w, box.x + box.w);
  int const bottom = std::max(dirty_->y + dirty_->h, box.y + box.h);
  dirty_->x = std::min(dirty_->x, box.x);
  dirty_->y = std::min(dirty_->y, box.y);
  dirty_->w = right - dirty_->x;
  dirty_->h = bottom - dirty_->y;
}

std::optional<Texels> GlyphAtlas::take_dirty() {
  return std::exchange(dirty_, std::nullopt);
}

}  // namespace ce::widgets
