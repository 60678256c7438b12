#pragma once

#include <cstddef>

namespace ce::openssl {

/// Keeps the private keys of this program where the system never swaps them out, between pages that nobody
/// can read: OpenSSL's secure heap, in which it puts the private part of every elliptic key by itself. Once,
/// in main(), before any key is made or read. False where the system does not lock as much (RLIMIT_MEMLOCK);
/// keys then lie in ordinary memory, wiped after use as ever.
bool open_vault();

/// Bytes of it in use.
[[nodiscard]] std::size_t vault_used();

}  // namespace ce::openssl
