#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::diagnostics {

/// Writes `bytes` under that name into the volume's topmost directory, whole or not at all, and reads them
/// back from the volume itself. `told` hears how much is done, from 0 to 1, on this thread. Blocks for the
/// stick, which may take minutes. Fails with input_invalid, in Chinese for staff with what to do: full,
/// read-only, pulled out meanwhile, no right, not what was written; then nothing is left on it, as far as it
/// still answers.
[[nodiscard]] Result<void> write_out(std::filesystem::path const& volume, std::string const& name,
                                     std::string_view bytes, std::function<void(float)> const& told);

}  // namespace ce::diagnostics
