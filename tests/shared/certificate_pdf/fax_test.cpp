// Facsimile packing, read back by poppler.
#include "shared/certificate_pdf/fax.h"

#include <gtest/gtest.h>

#include "shared/certificate_pdf/sheet_tools.h"
#include "support/files.h"

namespace ce::certificate_pdf::testing {
namespace {

/// A page of that picture and nothing else, as far as poppler needs it.
std::string page_of(Stencil const& picture) {
  auto const packed = fax(picture);
  auto const width = std::to_string(picture.width);
  auto const height = std::to_string(picture.height);
  std::string pdf =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
      "1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R"
      "/Resources<</XObject<</P 4 0 R>>>>>>endobj\n4 0 obj<</Type/XObject/Subtype/Image/BitsPerComponent 1"
      "/ColorSpace/DeviceGray/Filter/CCITTFaxDecode";
  pdf += "/Width " + width + "/Height " + height + "/DecodeParms<</K -1/Columns " + width + "/Rows " + height;
  pdf += ">>/Length " + std::to_string(packed.size()) + ">>stream\n" + packed + "\nendstream endobj\n";
  return pdf + "5 0 obj<</Length 5>>stream\n/P Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

/// Whether poppler unpacks every pixel as it was.
bool is_read_back(Stencil const& picture) {
  test::TempDirectory const directory;
  auto const out = (directory / "page").string();
  EXPECT_EQ(run("pdfimages " + saved(directory, page_of(picture)) + " " + out + " 2>/dev/null").exit_code, 0);
  auto const read = test::read_all(out + "-000.pbm");
  auto const row_bytes = std::size_t{picture.width + 7} / 8;
  if (read.size() < row_bytes * picture.height) return false;
  auto const* bits = read.data() + (read.size() - row_bytes * picture.height);
  for (std::uint32_t y = 0; y < picture.height; ++y, bits += row_bytes) {
    for (std::uint32_t x = 0; x < picture.width; ++x) {
      bool const ink = (static_cast<unsigned char>(bits[x / 8]) << x % 8 & 0x80) != 0;
      if (ink != (picture.ink[std::size_t{y} * picture.width + x] != 0)) return false;
    }
  }
  return true;
}

TEST(Fax, EveryLengthOfARunIsReadBack) {
  // White of each length and ink to the row's end, each below an empty row, so that no row is told by its
  // upper.
  Stencil picture{most_fax_width, 2 * (most_fax_width + 1), {}};
  for (std::uint32_t length = 0; length <= picture.width; ++length) {
    picture.ink.insert(picture.ink.end(), picture.width + length, 0);
    picture.ink.insert(picture.ink.end(), picture.width - length, 255);
  }
  EXPECT_TRUE(is_read_back(picture));
}

TEST(Fax, RowsThatFollowTheirUpperAndRowsThatDoNotAreReadBack) {
  for (std::uint32_t const width : {1U, 7U, 8U, 250U}) {
    Stencil picture{width, 400, {}};
    std::uint32_t random = 1;
    std::uint32_t threshold = 0;
    for (std::uint32_t y = 0; y < picture.height; ++y) {
      threshold = (threshold + 1U) % 200;  // from hardly any ink to hardly any white
      for (std::uint32_t x = 0; x < width; ++x) {
        random = random * 1664525U + 1013904223U;
        bool const as_above = y > 0 && x > 1 && random % 5 != 0;
        auto const above =
            as_above ? picture.ink[std::size_t{y - 1} * width + x - random / 7 % 3] : std::uint8_t{0};
        picture.ink.push_back(as_above ? above
                                       : static_cast<std::uint8_t>((random >> 24U) % 200 < threshold));
      }
    }
    EXPECT_TRUE(is_read_back(picture)) << width;
  }
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
