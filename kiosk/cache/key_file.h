#pragma once

#include <cstddef>
#include <filesystem>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::cache {

/// The `size` bytes of a key file. Where there is none one is made of random bytes: whole or not at all, mode
/// 0600, flushed to the disk. Fails with storage_unopenable if group or others may touch it, if its length
/// is another, or if it cannot be read or made.
Result<SecretText> read_or_make_key(std::filesystem::path const& file, std::size_t size);

}  // namespace ce::cache
