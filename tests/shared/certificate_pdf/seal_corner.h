#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "shared/certificate_pdf/render.h"
#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"

namespace ce::certificate_pdf::testing {

/// The sample sheet with that picture for its seal.
inline std::string with_picture(std::string const& png, Placement const& placement = {}) {
  auto sheet = sample_sheet();
  sheet.seal_png = png;
  auto const pdf = render(sheet, fonts(), placement);
  EXPECT_TRUE(pdf.ok()) << describe(pdf.failure());
  return pdf.value_or("");
}

/// The lower right of the sheet, where the seal stands, at 100 dpi: a pixel is 0.254 mm.
struct Corner {
  static constexpr int left = 700, top = 420, width = 340, height = 270;
  std::string pixels;

  [[nodiscard]] std::array<int, 3> at(double x_mm, double y_mm) const {
    auto const x = static_cast<int>(x_mm / 0.254) - left;
    auto const y = static_cast<int>((210 - y_mm) / 0.254) - top;
    auto const* pixel = &pixels.at(static_cast<std::size_t>(3 * (y * width + x)));
    auto const level = [&](int i) { return int{static_cast<unsigned char>(pixel[i])}; };
    return {level(0), level(1), level(2)};
  }
  /// Of what is red, in millimetres.
  [[nodiscard]] std::pair<double, double> red_size() const {
    int first_x = width, last_x = -1, first_y = height, last_y = -1;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        auto const* pixel = &pixels.at(static_cast<std::size_t>(3 * (y * width + x)));
        bool const red =
            static_cast<unsigned char>(pixel[0]) > 180 && static_cast<unsigned char>(pixel[1]) < 90;
        if (!red) continue;
        first_x = std::min(first_x, x), last_x = std::max(last_x, x);
        first_y = std::min(first_y, y), last_y = std::max(last_y, y);
      }
    }
    return {(last_x - first_x + 1) * 0.254, (last_y - first_y + 1) * 0.254};
  }
};

inline Corner corner_of(std::string const& pdf) {
  test::TempDirectory const directory;
  auto const seen = run("pdftoppm -r 100 -x 700 -y 420 -W 340 -H 270 " + saved(directory, pdf)).output;
  auto const bytes = std::size_t{3} * Corner::width * Corner::height;
  EXPECT_GE(seen.size(), bytes);
  return {seen.size() < bytes ? std::string(bytes, '\0') : seen.substr(seen.size() - bytes)};
}

}  // namespace ce::certificate_pdf::testing
