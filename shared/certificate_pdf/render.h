#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/fonts.h"

namespace ce::certificate_pdf {

/// The sheet as a PDF file: A4, fonts embedded and subset, text extractable, and the same bytes for the same
/// sheet and fonts. Under 60 KB for any name of life; sixty different dense characters take up to 77 KB.
/// Any thread, one document per call; some 10 ms.
/// Fails with name_not_covered (a character that no font draws; before anything is used up),
/// input_invalid (an empty or overlong field) or sheet_not_rendered.
[[nodiscard]] Result<std::string> render(certificate::Sheet const& sheet, Fonts const& fonts);

}  // namespace ce::certificate_pdf
