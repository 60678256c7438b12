#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ce::certificate_pdf {

/// A picture of two tones, row by row, a byte a pixel: not 0 is ink.
struct Stencil {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<std::uint8_t> ink;
};

inline constexpr std::uint32_t most_fax_width = 960 + 63;  // pixels

/// Packed as facsimile group 4 packs a page (ITU-T T.6), which is what a PDF's CCITTFaxDecode reads with K
/// -1. Edges that change little from row to row take a bit or three a row, a seal a third of what deflate
/// needs. The picture is at most most_fax_width wide.
[[nodiscard]] std::string fax(Stencil const& picture);

}  // namespace ce::certificate_pdf
