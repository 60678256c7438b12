#include "shared/openssl/vault.h"

#include <openssl/crypto.h>

namespace ce::openssl {
namespace {

// Some hundred keys; pages are locked, so it is kept small.
constexpr std::size_t vault_bytes = 256 * 1024;
constexpr std::size_t smallest_piece = 16;

}  // namespace

bool open_vault() {
  // 2: the heap is there and not locked.
  return CRYPTO_secure_malloc_init(vault_bytes, smallest_piece) == 1;
}

std::size_t vault_used() {
  return CRYPTO_secure_malloc_initialized() == 1 ? CRYPTO_secure_used() : 0;
}

}  // namespace ce::openssl
