#pragma once

#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/render.h"

namespace ce::certificate_pdf::testing {

/// The fonts of Debian, opened once per program.
[[nodiscard]] Fonts const& fonts();

/// A complete sheet; each test changes the field it is about.
[[nodiscard]] certificate::Sheet sample_sheet();

}  // namespace ce::certificate_pdf::testing
