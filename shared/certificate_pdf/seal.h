#pragma once

#include <string>
#include <string_view>

#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

inline constexpr double seal_diameter = 42;  // mm

/// The round seal of an authority about its middle: ring, five-pointed star, the name on the arc from left to
/// right in Song. Contours, not text: the name must not turn up twice when a machine reads the sheet.
[[nodiscard]] std::string seal_form(TypeCase const& song, std::u32string_view authority);
/// Calls it, as the document's form "Seal".
void draw_seal(Pen& pen, Point centre);

/// Where a clerk stamps: a dashed ring of the same size.
void draw_stamp_place(Pen& pen, Point centre);

}  // namespace ce::certificate_pdf
