#pragma once

#include <string>
#include <vector>

#include "shared/certificate_pdf/outline.h"

namespace ce::certificate_pdf {

/// A TrueType file (OpenType 1.9, `glyf` outlines) holding just these drawings; glyph id = index, and
/// index 0 is what is drawn for a code that has no glyph. It has the tables that ISO 32000-1, 9.9 asks
/// of a font embedded for CIDFontType2; no instructions, which print resolutions do not need.
/// Precondition: 1..65535 outlines, the first may be empty.
[[nodiscard]] std::string build_true_type(std::vector<Outline> const& outlines);

}  // namespace ce::certificate_pdf
