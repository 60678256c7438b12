#pragma once

#include "central/registration/grid.h"
#include "shared/base/result.h"

namespace ce::registration {

/// RFC 4180 with what spreadsheets really write: UTF-8 with or without a mark at its start, or GB 18030;
/// comma, semicolon or tab, whichever the first line has most of; quoted cells may hold line ends. Fails with
/// file_refused, naming the line.
[[nodiscard]] Result<Grid> read_csv(std::string_view bytes);

/// Rows as CSV: UTF-8 with the mark that spreadsheets want, CRLF, a cell that would run as a formula is
/// defused by an apostrophe.
[[nodiscard]] std::string csv_text(std::vector<std::vector<std::string>> const& rows);

}  // namespace ce::registration
