#include "kiosk/cache/sealer.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <cstdlib>
#include <limits>
#include <memory>

namespace ce::cache {
namespace {

constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;
constexpr std::size_t nonces_at_once = 32;
constexpr std::size_t key_size = 32;

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

}  // namespace

/// What a key was set up for: that takes longer than a short record does.
struct Sealer::Tools {
  struct Free {
    void operator()(EVP_CIPHER_CTX* cipher) const { EVP_CIPHER_CTX_free(cipher); }
    void operator()(EVP_MAC_CTX* mac) const { EVP_MAC_CTX_free(mac); }
  };
  using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Free>;
  using Mac = std::unique_ptr<EVP_MAC_CTX, Free>;
  Cipher sealing;
  Cipher opening;
  Cipher opening_former;
  Mac look_up;
};

namespace {

Sealer::Tools::Cipher keyed_cipher(SecretText const& key, bool seals) {
  Sealer::Tools::Cipher made{EVP_CIPHER_CTX_new()};
  if (!made) std::abort();
  must(EVP_CipherInit_ex(made.get(), cipher(), nullptr, in(key.reveal()), nullptr, seals ? 1 : 0));
  return made;
}

std::optional<SecretText> open_with(EVP_CIPHER_CTX* context, std::string_view sealed,
                                    std::string_view bound_to) {
  if (sealed.size() < nonce_size + tag_size) return std::nullopt;
  auto const body = sealed.substr(nonce_size, sealed.size() - nonce_size - tag_size);
  std::string tag{sealed.substr(sealed.size() - tag_size)};
  SecretText plain{std::string(body.size(), '\0')};
  int written = 0;
  must(EVP_DecryptInit_ex(context, nullptr, nullptr, nullptr, in(sealed)));
  must(EVP_DecryptUpdate(context, nullptr, &written, in(bound_to), length(bound_to)));
  must(EVP_DecryptUpdate(context, out(plain.reveal()), &written, in(body), length(body)));
  must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_size), out(tag)));
  if (EVP_DecryptFinal_ex(context, out(tag), &written) != 1) return std::nullopt;
  return plain;
}

Sealer::Tools::Mac keyed_hmac(SecretText const& key) {
  static EVP_MAC* const method = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  Sealer::Tools::Mac made{EVP_MAC_CTX_new(method)};
  if (!made) std::abort();
  std::string digest{"SHA256"};
  auto const how = std::to_array({OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
                                  OSSL_PARAM_construct_end()});
  must(EVP_MAC_init(made.get(), in(key.reveal()), key.reveal().size(), how.data()));
  return made;
}

}  // namespace

Result<Sealer> Sealer::from_key_file(std::filesystem::path const& key_file) {
  CE_TRY(auto const keys, read_keys(key_file));
  return Sealer{keys};
}

// One block of HKDF-Expand (RFC 5869) for each key; the master is uniformly random, so nothing is extracted.
Sealer::Sealer(Keys const& keys)
    : look_up_key_(hmac(keys.current.reveal(), "ce-kiosk cache look-up\x01")),
      tools_(std::make_unique<Tools>()) {
  auto const seal_key = seal_key_of(keys.current);
  tools_->sealing = keyed_cipher(seal_key, true);
  tools_->opening = keyed_cipher(seal_key, false);
  if (keys.former) tools_->opening_former = keyed_cipher(seal_key_of(*keys.former), false);
  tools_->look_up = keyed_hmac(look_up_key_);
}

Sealer::Sealer(Sealer&&) noexcept = default;
Sealer& Sealer::operator=(Sealer&&) noexcept = default;
Sealer::~Sealer() = default;

bool Sealer::rotating() const {
  return tools_->opening_former != nullptr;
}

std::string Sealer::look_up_key(std::string_view kind, std::string_view text) const {
  constexpr unsigned char between = 0;
  std::string digest(key_size, '\0');
  std::size_t size = 0;
  auto* mac = tools_->look_up.get();
  must(EVP_MAC_init(mac, nullptr, 0, nullptr));
  must(EVP_MAC_update(mac, in(kind), kind.size()));
  must(EVP_MAC_update(mac, &between, 1));
  must(EVP_MAC_update(mac, in(text), text.size()));
  must(EVP_MAC_final(mac, out(digest), &size, digest.size()));
  return digest;
}

std::string_view Nonces::next() {
  if (used_ == drawn_.size()) {
    drawn_.resize(nonce_size * nonces_at_once);
    must(RAND_bytes(out(drawn_), length(drawn_)));
    used_ = 0;
  }
  used_ += nonce_size;
  return std::string_view{drawn_}.substr(used_ - nonce_size, nonce_size);
}

std::string Sealer::seal(std::string_view plain, std::string_view bound_to) const {
  Nonces one;
  return seal(plain, bound_to, one);
}

std::string Sealer::seal(std::string_view plain, std::string_view bound_to, Nonces& nonces) const {
  std::string sealed(nonce_size + plain.size() + tag_size, '\0');
  nonces.next().copy(sealed.data(), nonce_size);
  auto* context = tools_->sealing.get();
  int written = 0;
  must(EVP_EncryptInit_ex(context, nullptr, nullptr, nullptr, out(sealed)));
  must(EVP_EncryptUpdate(context, nullptr, &written, in(bound_to), length(bound_to)));
  must(EVP_EncryptUpdate(context, out(sealed, nonce_size), &written, in(plain), length(plain)));
  must(EVP_EncryptFinal_ex(context, out(sealed, nonce_size + plain.size()), &written));
  must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_size),
                           out(sealed, nonce_size + plain.size())));
  return sealed;
}

std::optional<SecretText> Sealer::open(std::string_view sealed, std::string_view bound_to) const {
  auto plain = open_with(tools_->opening.get(), sealed, bound_to);
  if (!plain && rotating()) plain = open_with(tools_->opening_former.get(), sealed, bound_to);
  return plain;
}

std::optional<std::string> Sealer::resealed(std::string_view sealed, std::string_view bound_to) const {
  if (!rotating()) return std::nullopt;
  auto const plain = open_with(tools_->opening_former.get(), sealed, bound_to);
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
  tools_->look_up = keyed_hmac(look_up_key_);
  return true;
}

}  // namespace ce::cache
