// However a seal's picture is made, its sheet stays small and shows it as it is.
#include <gtest/gtest.h>

#include <cmath>

#include "shared/certificate_pdf/seal_corner.h"
#include "shared/certificate_pdf/seal_pixels.h"
#include "support/seal_png.h"

namespace ce::certificate_pdf::testing {
namespace {

constexpr std::size_t most_bytes = 60'000;

/// With the longest name and the longest authority that there is in the province.
certificate::Sheet fullest_sheet() {
  auto sheet = sample_sheet();
  sheet.name = "阿卜杜热合曼·买买提明·努尔艾合麦提·伊敏江·托合提";
  sheet.authority = "清远市连山壮族瑶族自治县人力资源和社会保障局";
  return sheet;
}

/// The drawn seal of sixteen characters, as its authority would cut it out of a scan at 600 dpi: red is ink.
std::string scanned_seal() {
  constexpr std::uint32_t side = 1000;
  test::TempDirectory const directory;
  auto const seen = run("pdftoppm -r 600 -x 4540 -y 3080 -W 1000 -H 1000 " +
                        saved(directory, render(sample_sheet(), fonts()).value_or("")));
  std::size_t const bytes = std::size_t{3} * side * side;
  EXPECT_GE(seen.output.size(), bytes);
  if (seen.output.size() < bytes) return {};
  std::vector<std::uint8_t> pixels;
  for (std::size_t i = seen.output.size() - bytes; i < seen.output.size(); i += 3) {
    auto const level = [&](std::size_t j) { return int{static_cast<unsigned char>(seen.output[i + j])}; };
    int const ink = std::clamp((level(0) - level(1) - 40) * 255 / 150, 0, 255);
    pixels.insert(pixels.end(), {217, 18, 15, static_cast<std::uint8_t>(ink)});
  }
  return test::png_of(side, side, PNG_FORMAT_RGBA, pixels);
}

/// Where the seal stands, 42 mm a side, at 10 pixels a millimetre.
std::string seal_of(std::string const& pdf) {
  constexpr std::size_t bytes = std::size_t{3} * 420 * 420;
  test::TempDirectory const directory;
  auto const seen = run("pdftoppm -r 254 -x 1928 -y 1305 -W 420 -H 420 " + saved(directory, pdf)).output;
  EXPECT_GE(seen.size(), bytes);
  return seen.size() < bytes ? std::string(bytes, '\0') : seen.substr(seen.size() - bytes);
}

/// Sums of a millimetre's pixels, and how many of them no word stands over.
struct Square {
  std::array<int, 3> sums{};
  int count = 0;
};

Square square(std::string const& seal, std::string const& paper, std::size_t x_mm, std::size_t y_mm) {
  Square sum;
  for (std::size_t y = 10 * y_mm; y < 10 * y_mm + 10; ++y) {
    for (std::size_t x = 10 * x_mm; x < 10 * x_mm + 10; ++x) {
      auto const at = 3 * (420 * y + x);
      auto const level = [&](std::string const& of, std::size_t i) {
        return int{static_cast<unsigned char>(of[at + i])};
      };
      if (level(paper, 0) < 200) continue;
      ++sum.count;
      for (std::size_t i = 0; i < 3; ++i) sum.sums[i] += 255 + level(seal, i) - level(paper, i);
    }
  }
  return sum;
}

/// How far the sheet's seal is from its picture, mean over all millimetres that have ink: of 255.
double apart(std::string const& png, std::string const& seal, std::string const& paper) {
  auto const own = averaged(without_margins(read_seal_picture(png).value()), 42, 42);
  double sum = 0;
  int count = 0;
  for (std::size_t y = 0; y < 42; ++y) {
    for (std::size_t x = 0; x < 42; ++x) {
      auto const* pixel = &own.rgba[(42 * y + x) * 4];
      auto const seen = square(seal, paper, x, y);
      if (pixel[3] == 0 || seen.count < 100) continue;
      for (std::size_t i = 0; i < 3; ++i) {
        double const wanted = 255 - (255 - pixel[i]) * pixel[3] / 255.0;
        sum += std::abs(seen.sums[i] / 100.0 - wanted);
        ++count;
      }
    }
  }
  return sum / count;
}

struct Seal {
  std::string name;
  std::string (*png)();
};

class AnySeal : public ::testing::TestWithParam<Seal> {};

TEST_P(AnySeal, LeavesTheSheetBelowSixtyKilobytesAndLooksAsItsPictureDoes) {
  auto const png = GetParam().png();
  auto sheet = fullest_sheet();
  sheet.seal_png = png;
  auto const pdf = render(sheet, fonts());
  ASSERT_TRUE(pdf.ok());
  RecordProperty("bytes", static_cast<int>(pdf->size()));
  EXPECT_LE(pdf->size(), most_bytes);
  auto bare = sample_sheet();
  bare.seal_mode = certificate::SealMode::prestamped_stock;
  auto const off = apart(png, seal_of(with_picture(png)), seal_of(render(bare, fonts()).value_or("")));
  RecordProperty("apart", std::to_string(off));
  EXPECT_LT(off, 8);
}

INSTANTIATE_TEST_SUITE_P(
    Seals, AnySeal,
    ::testing::Values(Seal{"of_sixteen_characters", scanned_seal},
                      Seal{"coarse", [] { return test::seal_png({.side = 100}); }},
                      Seal{"of_992_noisy_pixels", [] { return test::seal_png({.side = 992, .grain = 40}); }},
                      Seal{"of_two_inks",
                           [] {
                             return test::seal_png({.side = 992, .star = {20, 60, 200}, .grain = 40});
                           }},
                      Seal{"worn", [] { return test::seal_png({.side = 400, .grain = 20, .worn = 160}); }},
                      Seal{"without_an_edge", [] { return test::glow_png(400); }},
                      Seal{"of_noise", [] { return test::noise_png(200); }}),
    [](auto const& seal) { return seal.param.name; });

TEST(SealPicture, IsPrintedWithClearEdgesHoweverCoarseItIs) {
  constexpr std::size_t bytes = std::size_t{3} * 500 * 500;
  test::TempDirectory const directory;
  // Its middle at 600 dpi: the star.
  auto const seen = run("pdftoppm -r 600 -x 4780 -y 3330 -W 500 -H 500 " +
                        saved(directory, with_picture(test::seal_png({.side = 200, .opacity = 255}))));
  ASSERT_GE(seen.output.size(), bytes);
  int ink = 0;
  int between = 0;
  for (std::size_t i = seen.output.size() - bytes; i < seen.output.size(); i += 3) {
    int const green = static_cast<unsigned char>(seen.output[i + 1]);
    if (green < 40) ++ink;
    if (green >= 60 && green < 180 && static_cast<unsigned char>(seen.output[i]) > 180) ++between;
  }
  EXPECT_GT(ink, 20'000);
  EXPECT_LT(between, ink / 20);
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
