#pragma once

#include <string_view>

#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

inline constexpr double seal_diameter = 42;  // mm

/// The round seal of an authority: ring, five-pointed star, the name on the arc from left to right in
/// Song. Contours, not text: the name must not turn up twice when a machine reads the sheet.
void draw_seal(Pen& pen, TypeCase const& song, std::u32string_view authority, Point centre);

/// Where a clerk stamps: a dashed ring of the same size.
void draw_stamp_place(Pen& pen, Point centre);

}  // namespace ce::certificate_pdf
