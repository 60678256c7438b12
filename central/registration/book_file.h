#pragma once

#include <filesystem>
#include <functional>

#include "shared/base/result.h"

struct lxw_format;
struct lxw_workbook;

namespace ce::registration {

/// How column headings look, in our reports and templates. Owned by the workbook.
[[nodiscard]] lxw_format* heading_format(lxw_workbook* book);

/// Makes an XLSX workbook, lets `fill` write into it and puts it at `file`, all or nothing. Fails with
/// storage_full or storage_fault, naming the path and libxlsxwriter's reason.
[[nodiscard]] Result<void> write_book(std::filesystem::path const& file,
                                      std::function<void(lxw_workbook*)> const& fill);

/// The same for any number of rows: each is written out as soon as the next one begins, so rows are to be
/// written from the top down. What `fill` fails with comes back, and no file is made.
[[nodiscard]] Result<void> write_long_book(std::filesystem::path const& file,
                                           std::function<Result<void>(lxw_workbook*)> const& fill);

}  // namespace ce::registration
