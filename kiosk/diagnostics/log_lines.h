#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace ce::diagnostics {

struct LogLines {
  std::string text;          // a line each, oldest first
  std::size_t left_out = 0;  // that shared/log did not write
};

/// The newest lines of that log and its older files ("kiosk.log", "kiosk.1.log" ...), `most` bytes of files
/// at most, and of them those that were written at `since` (as shared/log writes it,
/// "2026-03-01T06:05:09.120Z") or later. Blocks for the disk.
[[nodiscard]] LogLines log_lines(std::filesystem::path const& file, std::uintmax_t most,
                                 std::string_view since = {});

/// Runs of eleven digits or more become stars: numbers of people, certificates and telephones are as long.
[[nodiscard]] std::string without_long_numbers(std::string_view text);

}  // namespace ce::diagnostics
