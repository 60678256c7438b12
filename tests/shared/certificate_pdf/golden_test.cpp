// The look of the sheet at 150 dpi against pictures that were looked at and approved. With
// CE_RENEW_GOLDEN=1 in the environment the pictures are written anew instead: look at them before a commit.
#include <gtest/gtest.h>

#include <cstdlib>

#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"
#include "support/files.h"
#include "support/seal_png.h"

namespace ce::certificate_pdf::testing {
namespace {

using certificate::SealMode;
using certificate::Sheet;

constexpr std::size_t width = 1754;
constexpr std::size_t height = 1241;
constexpr double most_differing = 0.003;  // share of pixels; another version of poppler moves a few edges

Sheet with_seal() {
  return sample_sheet();
}

Sheet with_seal_picture() {
  auto sheet = sample_sheet();
  sheet.seal_png = test::seal_png();
  return sheet;
}

Sheet with_long_name() {
  auto sheet = sample_sheet();
  sheet.name = "阿卜杜热合曼·买买提明·努尔艾合麦提·伊敏江·托合提";
  sheet.authority = "清远市连山壮族瑶族自治县人力资源和社会保障局";
  sheet.seal_mode = SealMode::window_stamp;
  return sheet;
}

Sheet with_rare_name() {
  auto sheet = sample_sheet();
  sheet.name = "王𠂇𫓦䶮";
  sheet.authority = "广东省人力资源和社会保障厅";
  sheet.seal_mode = SealMode::prestamped_stock;
  return sheet;
}

std::string pixels_of(std::string const& image_command) {
  auto const pixels = run(image_command).output;
  EXPECT_GE(pixels.size(), width * height * 3) << image_command;
  return pixels.size() < width * height * 3 ? "" : pixels.substr(pixels.size() - width * height * 3);
}

/// Without smoothing: seven pure colours, which compare exactly and store small; more where a picture is made
/// smaller.
std::string raster_command(std::string const& pdf) {
  return "pdftoppm -r 150 -aa no -aaVector no " + pdf;
}

double differing(std::string const& a, std::string const& b) {
  if (a.size() != b.size() || a.empty()) return 1;
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); i += 3) {
    if (a.compare(i, 3, b, i, 3) != 0) ++count;
  }
  return 3.0 * static_cast<double>(count) / static_cast<double>(a.size());
}

class Golden : public ::testing::Test {
 protected:
  std::string raster(Sheet const& sheet) {
    auto const pdf = render(sheet, fonts());
    EXPECT_TRUE(pdf.ok());
    file_ = saved(directory_, pdf.value_or(""));
    return pixels_of(raster_command(file_));
  }

  void expect_look(Sheet const& sheet, std::string const& name) {
    auto const now = raster(sheet);
    auto const golden = std::string(CE_SOURCE_DIR "/tests/shared/certificate_pdf/golden/") + name + ".png";
    if (std::getenv("CE_RENEW_GOLDEN") != nullptr) {
      auto const written = run(raster_command(file_) +
                               " | convert - +dither -define png:compression-level=9 -strip " + golden);
      ASSERT_EQ(written.exit_code, 0);
    }
    auto const approved = pixels_of("convert " + golden + " -depth 8 rgb:-");
    EXPECT_LT(differing(now, approved), most_differing) << name;
  }

  test::TempDirectory directory_;
  std::string file_;
};

TEST_F(Golden, SheetWithSeal) {
  expect_look(with_seal(), "with_seal");
}

TEST_F(Golden, SheetWithAPictureOfTheSeal) {
  expect_look(with_seal_picture(), "with_seal_picture");
}

TEST_F(Golden, LongNameAndWindowStamp) {
  expect_look(with_long_name(), "with_long_name");
}

TEST_F(Golden, RareNameOnPrestampedStock) {
  expect_look(with_rare_name(), "with_rare_name");
}

// On any machine with Debian 12's fonts, FreeType, libharu, libpng and zlib, whatever the compiler was told.
TEST_F(Golden, TheBytesAreTheSameEverywhere) {
  auto two_inks = sample_sheet();
  two_inks.seal_png = test::seal_png({.side = 300, .star = {20, 60, 200}, .grain = 20});
  auto no_edge = sample_sheet();
  no_edge.seal_png = test::glow_png(200);
  std::string digests;
  for (auto const& [what, pdf] : {std::pair{"seal", render(with_seal(), fonts())},
                                  {"seal_picture", render(with_seal_picture(), fonts())},
                                  {"seal_of_two_inks", render(two_inks, fonts())},
                                  {"seal_without_an_edge", render(no_edge, fonts())},
                                  {"long_name", render(with_long_name(), fonts())},
                                  {"rare_name", render(with_rare_name(), fonts())},
                                  {"numbered_stock", render(with_seal(), fonts(), {.preprinted = true})}}) {
    ASSERT_TRUE(pdf.ok()) << what;
    digests += what + (" " + run("sha256sum < " + saved(directory_, *pdf)).output.substr(0, 64)) + "\n";
  }
  std::string const file = CE_SOURCE_DIR "/tests/shared/certificate_pdf/golden/bytes.txt";
  if (std::getenv("CE_RENEW_GOLDEN") != nullptr) test::write_all(file, digests);
  EXPECT_EQ(digests, test::read_all(file));
}

TEST_F(Golden, OneOtherCharacterIsSeen) {
  auto const approved = raster(with_seal());
  auto other = with_seal();
  other.name = "禾";
  EXPECT_GT(differing(raster(other), approved), most_differing / 10);
  other = with_seal();
  EXPECT_GT(differing(raster(with_seal_picture()), approved), most_differing);
  other.seal_mode = SealMode::window_stamp;
  EXPECT_GT(differing(raster(other), approved), most_differing);
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
