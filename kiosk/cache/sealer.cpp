#include "kiosk/cache/sealer.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <cstdlib>
#include <limits>
#include <memory>

namespace ce::cache {
namespace {

constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;
constexpr std::size_t key_size = 32;

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

unsigned char const* in(std::string_view bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}
unsigned char* out(std::string& bytes, std::size_t at = 0) {
  return reinterpret_cast<unsigned char*>(bytes.data() + at);
}
int length(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) std::abort();
  return static_cast<int>(bytes.size());
}

/// OpenSSL fails here only without memory or with wrong arguments; neither can be served.
void must(int result) {
  if (result != 1) std::abort();
}

std::string hmac(std::string_view key, std::string_view text) {
  std::string digest(key_size, '\0');
  unsigned int size = 0;
  if (HMAC(EVP_sha256(), key.data(), length(key), in(text), text.size(), out(digest), &size) == nullptr) {
    std::abort();
  }
  return digest;
}

// Finding the cipher by its name costs as much as sealing a short record.
EVP_CIPHER const* cipher() {
  static EVP_CIPHER const* const found = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  if (found == nullptr) std::abort();
  return found;
}

SecretText seal_key_of(SecretText const& master) {
  return SecretText{hmac(master.reveal(), "ce-kiosk cache seal\x01")};
}

std::optional<SecretText> open_with(SecretText const& key, std::string_view sealed,
                                    std::string_view bound_to) {
  if (sealed.size() < nonce_size + tag_size) return std::nullopt;
  auto const body = sealed.substr(nonce_size, sealed.size() - nonce_size - tag_size);
  std::string tag{sealed.substr(sealed.size() - tag_size)};
  SecretText plain{std::string(body.size(), '\0')};
  Context const context{EVP_CIPHER_CTX_new()};
  if (!context) std::abort();
  int written = 0;
  must(EVP_DecryptInit_ex(context.get(), cipher(), nullptr, in(key.reveal()), in(sealed)));
  must(EVP_DecryptUpdate(context.get(), nullptr, &written, in(bound_to), length(bound_to)));
  must(EVP_DecryptUpdate(context.get(), out(plain.reveal()), &written, in(body), length(body)));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_size), out(tag)));
  if (EVP_DecryptFinal_ex(context.get(), out(tag), &written) != 1) return std::nullopt;
  return plain;
}

}  // namespace

Result<Sealer> Sealer::from_key_file(std::filesystem::path const& key_file) {
  CE_TRY(auto const keys, read_keys(key_file));
  return Sealer{keys};
}

// One block of HKDF-Expand (RFC 5869) for each key; the master is uniformly random, so nothing is extracted.
Sealer::Sealer(Keys const& keys)
    : seal_key_(seal_key_of(keys.current)),
      look_up_key_(hmac(keys.current.reveal(), "ce-kiosk cache look-up\x01")) {
  if (keys.former) former_seal_key_ = seal_key_of(*keys.former);
}

std::string Sealer::look_up_key(std::string_view kind, std::string_view text) const {
  SecretText const message{std::string{kind} + '\0' + std::string{text}};
  return hmac(look_up_key_.reveal(), message.reveal());
}

std::string Sealer::seal(std::string_view plain, std::string_view bound_to) const {
  std::string sealed(nonce_size + plain.size() + tag_size, '\0');
  must(RAND_bytes(out(sealed), static_cast<int>(nonce_size)));
  Context const context{EVP_CIPHER_CTX_new()};
  if (!context) std::abort();
  int written = 0;
  must(EVP_EncryptInit_ex(context.get(), cipher(), nullptr, in(seal_key_.reveal()), out(sealed)));
  must(EVP_EncryptUpdate(context.get(), nullptr, &written, in(bound_to), length(bound_to)));
  must(EVP_EncryptUpdate(context.get(), out(sealed, nonce_size), &written, in(plain), length(plain)));
  must(EVP_EncryptFinal_ex(context.get(), out(sealed, nonce_size + plain.size()), &written));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_size),
                           out(sealed, nonce_size + plain.size())));
  return sealed;
}

std::optional<SecretText> Sealer::open(std::string_view sealed, std::string_view bound_to) const {
  auto plain = open_with(seal_key_, sealed, bound_to);
  if (!plain && former_seal_key_) plain = open_with(*former_seal_key_, sealed, bound_to);
  return plain;
}

std::optional<std::string> Sealer::resealed(std::string_view sealed, std::string_view bound_to) const {
  if (!former_seal_key_) return std::nullopt;
  auto const plain = open_with(*former_seal_key_, sealed, bound_to);
  if (!plain) return std::nullopt;
  return seal(plain->reveal(), bound_to);
}

std::string Sealer::sealed_look_up() const {
  return seal(look_up_key_.reveal(), "look-up");
}

bool Sealer::adopt_look_up(std::string_view sealed) {
  auto key = open(sealed, "look-up");
  if (!key || key->reveal().size() != key_size) return false;
  look_up_key_ = *std::move(key);
  return true;
}

}  // namespace ce::cache
