#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::registration {

/// A text file as UTF-8 without a mark at its start: UTF-8 where it is well-formed, else GB 18030, which
/// Chinese spreadsheets write. Fails with file_refused for anything else and for NUL bytes.
[[nodiscard]] Result<std::string> to_utf8(std::string_view bytes);

}  // namespace ce::registration
