#pragma once

#include <cstdint>
#include <string>

namespace ce::certificate_pdf::testing {

/// A grey picture as pdftoppm writes it (PGM, P5).
struct GreyPicture {
  int width = 0;
  int height = 0;
  std::string pixels;  // a byte each, row by row
};

[[nodiscard]] GreyPicture read_picture(std::string const& file);
void write_picture(GreyPicture const& picture, std::string const& file);

/// How a print looks through a scanner of a hall.
struct Wear {
  double degrees = 0;      // turned about its middle
  double blur_px = 0;      // standard deviation
  double noise = 0;        // standard deviation, of 255
  std::uint32_t seed = 1;  // of the noise
};
[[nodiscard]] GreyPicture worn(GreyPicture const& picture, Wear const& wear);

}  // namespace ce::certificate_pdf::testing
