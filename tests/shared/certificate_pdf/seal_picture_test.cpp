// The authority's own picture of its seal instead of the drawn one.
#include <gmock/gmock.h>
#include <zlib.h>

#include <tuple>

#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/seal_corner.h"
#include "shared/certificate_pdf/sheet_tools.h"
#include "support/files.h"
#include "support/png.h"
#include "support/seal_png.h"

namespace ce::certificate_pdf::testing {
namespace {

using test::SealLook;
using ::testing::HasSubstr;

std::string refusal(std::string const& png) {
  auto sheet = sample_sheet();
  sheet.seal_png = png;
  auto const pdf = render(sheet, fonts());
  EXPECT_EQ(check_seal_picture(png, fonts()).ok(), pdf.ok());
  return pdf ? "" : describe(pdf.failure());
}

TEST(SealPicture, TheSamePictureGivesTheSameBytesAndAnotherOthers) {
  auto const png = test::seal_png();
  auto const first = with_picture(png);
  EXPECT_EQ(first, with_picture(png));
  auto const opened_again = Fonts::open(debian_font_paths());
  ASSERT_TRUE(opened_again.ok());
  auto sheet = sample_sheet();
  sheet.seal_png = png;
  EXPECT_EQ(first, render(sheet, *opened_again).value_or(""));
  EXPECT_NE(first, render(sample_sheet(), fonts()).value_or(""));
  auto const id = [](std::string const& pdf) { return pdf.substr(pdf.rfind("/ID ["), 80); };
  EXPECT_NE(id(first), id(with_picture(test::seal_png({.ink = {0, 0, 200}})))) << "a colour alone";
  sheet.seal_mode = certificate::SealMode::window_stamp;
  auto unsealed = sheet;
  unsealed.seal_png.clear();
  EXPECT_EQ(render(sheet, fonts()).value_or("a"), render(unsealed, fonts()).value_or("b"));
}

TEST(SealPicture, IsReadAsAnArchiveReadsIt) {
  test::TempDirectory const directory;
  auto const plain = with_picture(test::seal_png());
  auto const coloured = with_picture(test::seal_png({.side = 300, .star = {0, 60, 200}}));
  auto const soft = with_picture(test::glow_png(300));
  for (auto const& pdf : {plain, coloured, soft, with_picture(test::png(300, 200), {.preprinted = true})}) {
    auto const file = saved(directory, pdf);
    auto const parsed = run("qpdf --check " + file + " 2>&1");
    EXPECT_EQ(parsed.exit_code, 0) << parsed.output;
    EXPECT_EQ(parsed.output.find("WARNING"), std::string::npos) << parsed.output;
    auto const said = run(CE_SOURCE_DIR "/tests/shared/certificate_pdf/archive_check " + file);
    EXPECT_EQ(said.exit_code, 0) << said.output;
  }
  for (auto const& [sound, what, with, clause] :
       {std::tuple{&plain, "/CS /DeviceRGB", "/CS /DeviceXYZ", "6.2.10"},
        std::tuple{&plain, "/S /Transparency", "/S /Transparencx", "6.2.10"},
        std::tuple{&plain, "/ca 0.", "/BM 0.", "6.2.10"}, std::tuple{&plain, "/K -1", "/K -2", "6.1.7"},
        std::tuple{&plain, "/Width 992", "/Width 993", "6.2.8"},
        std::tuple{&plain, "/BitsPerComponent 1", "/BitsPerComponent 8", "6.2.8"},
        std::tuple{&coloured, "/ImageMask true", "/ImageMsak true", "6.2.8"},
        std::tuple{&soft, "/ColorSpace /DeviceGray", "/ColorSpace /DeviceGrax", "6.2.8"}}) {
    auto broken = *sound;
    auto const at = broken.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    auto const said = run(CE_SOURCE_DIR "/tests/shared/certificate_pdf/archive_check " +
                          saved(directory, broken.replace(at, std::string{what}.size(), with)) + " 2>&1");
    EXPECT_NE(said.exit_code, 0) << what;
    EXPECT_THAT(said.output, HasSubstr(clause)) << what;
  }
}

TEST(SealPicture, WhatIsBelowShinesThroughAndNoWordIsHidden) {
  SealLook const half{.side = 600, .ink = {220, 20, 20}, .opacity = 128};
  auto const sealed = with_picture(test::seal_png(half));
  auto bare = sample_sheet();
  bare.seal_mode = certificate::SealMode::prestamped_stock;
  auto const paper = corner_of(render(bare, fonts()).value_or(""));
  auto const seen = corner_of(sealed);
  // Between the two lines of the issuer: in the star, and in the ring's empty inside.
  for (auto const& [x, y, opacity] : {std::tuple{0.0, 60.0, 128}, std::tuple{12.0, 60.0, 0}}) {
    constexpr double middle = 213.2;
    auto const below = paper.at(middle + x, y);
    auto const above = seen.at(middle + x, y);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(above[i], (half.ink[i] * opacity + below[i] * (255 - opacity)) / 255, 5) << x << " " << i;
    }
  }
  test::TempDirectory const directory;
  auto const text = squeezed(run("pdftotext " + saved(directory, sealed) + " -").output);
  EXPECT_THAT(text, HasSubstr("发证单位（盖章）：广州市天河区人力资源和社会保障局"));
}

TEST(SealPicture, IsAsLargeAsTheSealWhateverItsMakerLeftAroundIt) {
  auto const tight = corner_of(with_picture(test::seal_png({.side = 400}))).red_size();
  EXPECT_NEAR(tight.first, 42, 0.8);
  EXPECT_NEAR(tight.second, 42, 0.8);
  auto const wide = corner_of(with_picture(test::seal_png({.side = 400, .margin = 150}))).red_size();
  EXPECT_NEAR(wide.first, tight.first, 0.3);
  EXPECT_NEAR(wide.second, tight.second, 0.3);
  // Its red half is 300 by 100.
  auto const flat = corner_of(with_picture(test::png(300, 200))).red_size();
  EXPECT_NEAR(flat.first, 42, 0.8);
  EXPECT_NEAR(flat.second, 14, 0.8);
}

/// What ImageMagick makes of it with these options.
std::string converted(std::string const& png, std::string const& options) {
  test::TempDirectory const directory;
  auto const from = directory / "from.png";
  auto const to = directory / "to.png";
  test::write_all(from, png);
  EXPECT_EQ(run("convert " + from.string() + " " + options + to.string()).exit_code, 0);
  return test::read_all(to);
}

/// With the chunks of an animation of two pictures, of which a reader of PNG sees the first.
std::string animated(std::string png) {
  auto const number = [](std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
      bytes += static_cast<char>(value >> static_cast<unsigned>(shift));
    return bytes;
  };
  auto const body = "acTL" + number(2) + number(0);
  auto const sum = crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()));
  return png.insert(33, number(8) + body + number(static_cast<std::uint32_t>(sum)));
}

TEST(SealPicture, EveryKindOfPngIsRead) {
  auto const png = test::seal_png({.side = 300});
  auto const expected = with_picture(png);
  EXPECT_EQ(with_picture(converted(png, "-depth 16 PNG64:")), expected) << "16 bits";
  EXPECT_EQ(with_picture(converted(png, "-interlace PNG PNG32:")), expected) << "interlaced";
  EXPECT_EQ(with_picture(animated(png)), expected) << "animated";
  auto const looks_alike = [&](std::string const& other) {
    auto const size = corner_of(with_picture(other)).red_size();
    return std::abs(size.first - 42) < 0.8 && std::abs(size.second - 42) < 0.8;
  };
  EXPECT_TRUE(looks_alike(converted(png, "PNG8:"))) << "a palette";
  EXPECT_TRUE(looks_alike(test::seal_png({.side = 1200}))) << "larger than it is printed";
  EXPECT_EQ(refusal(converted(png, "-colorspace Gray -define png:color-type=4 ")), "") << "grey";
  EXPECT_EQ(refusal(test::png(300, 300, 0, false)), "")
      << "without opacity: central refuses it, it can be drawn";
}

TEST(SealPicture, WhatIsNoneIsRefusedAndSaysWhatIsWrong) {
  auto const png = test::seal_png({.side = 300});
  EXPECT_THAT(refusal("GIF89a"), HasSubstr("seal picture: is no PNG"));
  EXPECT_THAT(refusal(std::string(50U << 20U, 'x')), HasSubstr("seal picture: is no PNG"));
  EXPECT_THAT(refusal(png.substr(0, png.size() / 2)), HasSubstr("seal picture: is damaged"));
  auto broken = png;
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 1);
  EXPECT_THAT(refusal(broken), HasSubstr("seal picture: is damaged"));
  EXPECT_THAT(refusal(test::png(4001, 100)), HasSubstr("larger than 4000 pixels"));
  EXPECT_THAT(refusal(test::seal_png({.side = 100, .opacity = 0})), HasSubstr("transparent everywhere"));
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
