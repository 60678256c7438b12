#pragma once

#include "central/registration/grid.h"
#include "shared/base/result.h"

namespace ce::registration {

/// The first sheet of an XLSX workbook that is not hidden (ISO/IEC 29500-1). A formula counts as the value
/// that the spreadsheet last worked out. Fails with file_refused: damaged, with a password, too large, or
/// made to unpack without end.
[[nodiscard]] Result<Grid> read_xlsx(std::string_view bytes);

}  // namespace ce::registration
