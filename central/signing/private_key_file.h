#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.h"

struct evp_pkey_st;

namespace ce::signing {

/// Shared: OpenSSL counts references itself, this is that count. Wiped when it ends.
using PrivateKey = std::shared_ptr<evp_pkey_st>;

/// Reads PKCS #8 PEM. Fails with grant_key_missing where the file is absent, no key, or may be read by others
/// than its owner.
[[nodiscard]] Result<PrivateKey> read_private_key(std::filesystem::path const& file);

/// Makes the file with mode 0600, on the disk when this returns. Fails with input_invalid where there is a
/// file already or it cannot be made, storage_full.
[[nodiscard]] Result<void> write_private_key(std::filesystem::path const& file, evp_pkey_st& key);

}  // namespace ce::signing
