#pragma once

#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/qr_code.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

inline constexpr int song_font = 1;
inline constexpr int kai_font = 2;

/// The words of the regulation's annex and the sheet's facts, set on the page.
/// Precondition: check_sheet accepted `sheet`.
void draw_form(Pen& page, TypeCase& song, TypeCase& kai, certificate::Sheet const& sheet, QrCode const& code);

}  // namespace ce::certificate_pdf
