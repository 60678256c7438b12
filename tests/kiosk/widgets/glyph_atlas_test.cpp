// Every character has a font, and the sheet of glyphs never outgrows its texture.
#include <algorithm>

#include "open_atlas.h"

namespace ce::widgets {
namespace {

using std::literals::operator""sv;

TEST(GlyphAtlas, NamesTheFontFileThatIsMissing) {
  FontPaths paths;
  paths.bold = "/nowhere/Bold.ttc";
  auto const opened = GlyphAtlas::open(paths);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.failure().code, FailureCode::asset_missing);
  EXPECT_NE(opened.failure().detail.find("/nowhere/Bold.ttc"), std::string::npos);
}

TEST(GlyphAtlas, DrawsRareCharactersBeyondTheBasicPlane) {
  auto atlas = open_atlas();
  for (char32_t const code : U"䶮𠂇𫓦𪚥㐆"sv) {
    for (auto const weight : {Weight::regular, Weight::bold}) {
      Glyph const glyph = atlas.glyph(code, 40, weight);
      EXPECT_FALSE(glyph.missing) << std::hex << static_cast<unsigned>(code);
      EXPECT_GT(glyph.box.w, 10) << std::hex << static_cast<unsigned>(code);
    }
  }
  EXPECT_TRUE(atlas.glyph(0x10FFFD, 40, Weight::regular).missing);
  EXPECT_GT(atlas.glyph(0x10FFFD, 40, Weight::regular).box.w, 0) << "shown as a box, not left out";
}

// What a sheet can bear (tests/shared/certificate_pdf/coverage_test.cpp) is never a box on the screen before
// it.
TEST(GlyphAtlas, EveryHanCharacterOfGb18030HasAFont) {
  auto const engine = FontEngine::start().value();
  FontPaths const paths;
  for (auto const& first : {paths.regular, paths.bold}) {
    std::vector<FontFile> chain;
    chain.push_back(FontFile::open(engine, first, paths.simplified_chinese).value());
    for (auto const& path : paths.rare) chain.push_back(FontFile::open(engine, path, 0).value());
    for (auto const& [from, to] : {std::pair{0x4E00U, 0x9FFFU},
                                   {0x3400U, 0x4DBFU},
                                   {0x20000U, 0x2A6DFU},
                                   {0x2A700U, 0x2B739U},
                                   {0x2B740U, 0x2B81DU},
                                   {0x2B820U, 0x2CEA1U},
                                   {0x2CEB0U, 0x2EBE0U}}) {
      std::size_t missing = 0;
      for (char32_t code = from; code <= to; ++code) {
        bool const drawn =
            std::any_of(chain.begin(), chain.end(), [&](auto const& font) { return font.has(code); });
        missing += drawn ? 0 : 1;
      }
      EXPECT_EQ(missing, 0U) << first << " from U+" << std::hex << from;
    }
  }
}

TEST(GlyphAtlas, KeepsGlyphsApartAndGrowsWhenFull) {
  auto atlas = open_atlas();
  auto const sheet = atlas.generation();
  int const height = atlas.height();
  std::vector<Texels> boxes;
  for (char32_t code = U'一'; code < U'一' + 3000 && atlas.generation() == sheet; ++code) {
    Glyph const glyph = atlas.glyph(code, 48, Weight::regular);
    if (atlas.generation() == sheet) boxes.push_back(glyph.box);
  }
  EXPECT_GT(atlas.height(), height);
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    Texels const& a = boxes[i - 1];
    Texels const& b = boxes[i];
    EXPECT_TRUE(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y);
  }
}

TEST(GlyphAtlas, BeginsAnewInsteadOfOutgrowingTheTexture) {
  auto atlas = open_atlas();
  atlas.limit_to(1024);
  for (char32_t code = U'一'; code < U'一' + 2000; ++code) {
    EXPECT_GT(atlas.glyph(code, 64, Weight::bold).box.w, 0);
  }
  EXPECT_EQ(atlas.height(), 1024);
}

}  // namespace
}  // namespace ce::widgets
