#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::admin {

/// Makes the file with mode 0600, the key and a line end, on the disk when this returns. Fails with
/// input_invalid where there is a file already or it cannot be made.
[[nodiscard]] Result<void> write_key_file(std::filesystem::path const& file, SecretText const& key);

}  // namespace ce::admin
