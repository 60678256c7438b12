#pragma once

#include <filesystem>
#include <functional>

#include "shared/base/result.h"

struct lxw_workbook;

namespace ce::registration {

/// Makes an XLSX workbook, lets `fill` write into it and puts it at `file`, all or nothing. Fails with
/// storage_full or storage_fault, naming the path and libxlsxwriter's reason.
[[nodiscard]] Result<void> write_book(std::filesystem::path const& file,
                                      std::function<void(lxw_workbook*)> const& fill);

}  // namespace ce::registration
