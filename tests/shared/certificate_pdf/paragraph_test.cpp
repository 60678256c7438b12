// Lines broken by the rules of Chinese setting, names fitted to the line.
#include "shared/certificate_pdf/paragraph.h"

#include <gtest/gtest.h>

namespace ce::certificate_pdf {
namespace {

constexpr ParagraphShape shape{{10, 100}, 100, 12, 0, 2};

class Paragraph : public ::testing::Test {
 protected:
  static Fonts const& fonts() {
    static Fonts const opened = Fonts::open(debian_font_paths()).value();
    return opened;
  }
  /// The characters of each line.
  std::vector<std::u32string> lines_of(std::u32string const& text) {
    auto const placed = lay_out(type_, {{text, 10, false, 0, 0, false}}, shape);
    std::vector<std::u32string> lines;
    for (auto const& part : placed) {
      lines.emplace_back();
      for (auto const glyph : part.glyphs.glyphs) lines.back() += type_.characters()[glyph];
    }
    return lines;
  }

  TypeCase type_{fonts().faces(), Style::kai};
};

TEST_F(Paragraph, FillsLinesToTheirWidth) {
  auto const lines = lines_of(U"一二三四五六七八九十一二三");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], U"一二三四五六七八九十");
}

TEST_F(Paragraph, NoLineBeginsWithAClosingMark) {
  auto const lines = lines_of(U"一二三四五六七八九十，一二三");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1].substr(0, 2), U"十，");
}

TEST_F(Paragraph, NoLineEndsWithAnOpeningMark) {
  auto const lines = lines_of(U"一二三四五六七八九《十一》");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1].substr(0, 2), U"《十");
}

TEST_F(Paragraph, FullLinesReachTheRightEdge) {
  auto const placed = lay_out(type_, {{U"一二三四五六七八九十，一二三", 10, false, 0, 0, false}}, shape);
  auto const& line = placed.front();
  EXPECT_NEAR(line.glyphs.width_em * line.size_mm + line.tracking_mm * 9, 100, 0.01);
  EXPECT_EQ(placed.back().tracking_mm, 0);
}

TEST_F(Paragraph, ALongNameGetsSmallerThenNarrowerAndStaysOnItsLine) {
  double last_size = 11;
  for (std::size_t const length : {5U, 12U, 20U, 40U, 60U}) {
    auto const placed = lay_out(type_, {{std::u32string(length, U'禾'), 10, true, 20, 2, true}}, shape);
    ASSERT_EQ(placed.size(), 1U);
    auto const& name = placed.front();
    EXPECT_LE(name.glyphs.width_em * name.size_mm * name.condense, 96.001);
    EXPECT_LE(name.underline_to, 110.001);
    EXPECT_GE(name.condense, 0.749);
    EXPECT_LE(name.size_mm, last_size);
    last_size = name.size_mm;
  }
}

}  // namespace
}  // namespace ce::certificate_pdf
