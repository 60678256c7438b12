#pragma once

#include <string>
#include <string_view>

namespace ce {

/// `text` as a cell of a CSV file (RFC 4180), quoted where it must be. What a spreadsheet would take for a
/// formula gets a leading apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace ce
