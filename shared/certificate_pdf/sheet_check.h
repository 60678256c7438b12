#pragma once

#include "shared/base/result.h"
#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/fonts.h"

namespace ce::certificate_pdf {

inline constexpr std::size_t longest_name = 60;       // characters
inline constexpr std::size_t longest_authority = 40;  // characters

/// Whether every field can stand on the form. Fails with input_invalid, naming the field and what is
/// wrong (never its content), or with name_not_covered.
[[nodiscard]] Result<void> check_sheet(certificate::Sheet const& sheet, Fonts const& fonts);

}  // namespace ce::certificate_pdf
