// The font files we write, read by FreeType.
#include "shared/certificate_pdf/true_type.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <gtest/gtest.h>

namespace ce::certificate_pdf {
namespace {

Outline diamond(int size) {
  auto const n = static_cast<std::int16_t>(size);
  auto const m = static_cast<std::int16_t>(-size);
  return {{{{n, 0, true}, {0, n, false}, {m, 0, true}, {0, m, false}}}, 700};
}

class TrueTypeFile : public ::testing::Test {
 protected:
  void open(std::vector<Outline> const& outlines) {
    bytes_ = build_true_type(outlines);
    ASSERT_EQ(FT_Init_FreeType(&library_), 0);
    ASSERT_EQ(FT_New_Memory_Face(library_, reinterpret_cast<FT_Byte const*>(bytes_.data()),
                                 static_cast<FT_Long>(bytes_.size()), 0, &face_),
              0);
  }
  void TearDown() override {
    FT_Done_Face(face_);
    FT_Done_FreeType(library_);
  }

  std::string bytes_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

TEST_F(TrueTypeFile, GivesBackEveryPoint) {
  std::vector<Outline> outlines{Outline{{}, em_units}};
  for (int const size : {1, 255, 256, 1000, 32000}) outlines.push_back(diamond(size));
  open(outlines);
  EXPECT_EQ(face_->units_per_EM, em_units);
  ASSERT_EQ(face_->num_glyphs, static_cast<FT_Long>(outlines.size()));
  for (std::size_t id = 1; id < outlines.size(); ++id) {
    ASSERT_EQ(FT_Load_Glyph(face_, static_cast<FT_UInt>(id), FT_LOAD_NO_SCALE), 0) << id;
    EXPECT_EQ(face_->glyph->metrics.horiAdvance, 700);
    auto const& points = outlines[id].contours.front();
    ASSERT_EQ(face_->glyph->outline.n_points, 4);
    for (std::size_t i = 0; i < points.size(); ++i) {
      EXPECT_EQ(face_->glyph->outline.points[i].x, points[i].x);
      EXPECT_EQ(face_->glyph->outline.points[i].y, points[i].y);
      EXPECT_EQ(FT_CURVE_TAG(face_->glyph->outline.tags[i]) == FT_CURVE_TAG_ON, points[i].on_curve);
    }
  }
}

TEST_F(TrueTypeFile, AnEmptyGlyphIsABlank) {
  open({Outline{{}, 512}});
  ASSERT_EQ(FT_Load_Glyph(face_, 0, FT_LOAD_NO_SCALE), 0);
  EXPECT_EQ(face_->glyph->outline.n_points, 0);
  EXPECT_EQ(face_->glyph->metrics.horiAdvance, 512);
}

TEST(Rounding, KeepsTheShapeAndDropsWhatSaysNothing) {
  Outline const outline{{{{0, 0, true}, {1, 1, true}, {100, 1, false}, {151, 49, true}, {204, 97, false}}},
                        512};
  auto const coarse = rounded(outline, 4);
  ASSERT_EQ(coarse.contours.size(), 1U);
  // (1, 1) falls on (0, 0), and (151, 49) into the middle of its neighbours, where it is implied.
  auto const& points = coarse.contours.front();
  ASSERT_EQ(points.size(), 3U);
  EXPECT_TRUE(points[0].x == 0 && points[0].y == 0 && points[0].on_curve);
  EXPECT_TRUE(points[1].x == 100 && points[1].y == 0 && !points[1].on_curve);
  EXPECT_TRUE(points[2].x == 204 && points[2].y == 96 && !points[2].on_curve);
  EXPECT_EQ(coarse.advance, 512);
}

}  // namespace
}  // namespace ce::certificate_pdf
