#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/certificate/sheet.h"

namespace ce::certificate_command {

/// The facts of a sheet from a JSON object with the keys number, name, year, authority, issue_date
/// ("2026-03-01"), verify_url, and blank_number (may be missing where plain paper is used). Fails with
/// input_invalid, saying which key is missing, unknown, twice there or of the wrong type; what the values
/// may hold is for the renderer to say.
[[nodiscard]] Result<certificate::Sheet> parse_sheet(std::string_view json);

/// As above; each failure begins with the file's path. A file of more than 64 KB is refused unread.
[[nodiscard]] Result<certificate::Sheet> read_sheet_file(std::filesystem::path const& path);

/// The bytes of a picture of a seal; what they are is for the renderer to say. Fails with input_invalid where
/// it cannot be read or is larger than central takes (2 MB).
[[nodiscard]] Result<std::string> read_seal_file(std::filesystem::path const& path);

/// Fails with input_invalid, naming the three that there are.
[[nodiscard]] Result<certificate::SealMode> seal_mode_named(std::string_view name);

}  // namespace ce::certificate_command
