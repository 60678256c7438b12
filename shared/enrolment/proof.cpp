#include "shared/enrolment/proof.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdlib>

#include "shared/base/text.h"

namespace ce::enrolment {
namespace {

constexpr std::size_t key_bytes = 32;
using Key = std::array<unsigned char, key_bytes>;

std::string_view view(Key const& key) {
  return {reinterpret_cast<char const*>(key.data()), key.size()};
}

Key hmac(std::string_view key, std::string_view text) {
  Key made{};
  unsigned size = key_bytes;
  auto const* const bytes = reinterpret_cast<unsigned char const*>(text.data());
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(), made.data(), &size) ==
      nullptr) {
    std::abort();  // only memory can fail
  }
  return made;
}

Key sha256(std::string_view text) {
  Key made{};
  if (EVP_Digest(text.data(), text.size(), made.data(), nullptr, EVP_sha256(), nullptr) != 1) std::abort();
  return made;
}

/// The keys of both sides, as bytes.
struct Keys {
  SecretText client;
  SecretText server;
};

Keys keys_of(SecretText const& code, std::string_view kiosk) {
  std::string const salt = "ce-kiosk enrolment/1 " + std::string{kiosk};
  Key salted{};
  auto const& text = code.reveal();
  if (PKCS5_PBKDF2_HMAC(text.data(), static_cast<int>(text.size()),
                        reinterpret_cast<unsigned char const*>(salt.data()), static_cast<int>(salt.size()),
                        rounds, EVP_sha256(), key_bytes, salted.data()) != 1) {
    std::abort();
  }
  Keys keys{SecretText{std::string{view(hmac(view(salted), "Client Key"))}},
            SecretText{std::string{view(hmac(view(salted), "Server Key"))}}};
  explicit_bzero(salted.data(), salted.size());
  return keys;
}

std::string either(std::string_view a, std::string_view b) {
  std::string made{a};
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<char>(made[i] ^ b[i]);
  return made;
}

// The two directions must never have the same text to prove.
std::string from_kiosk(std::string_view message) {
  return "kiosk\n" + std::string{message};
}

std::string from_central(std::string_view message) {
  return "central\n" + std::string{message};
}

}  // namespace

Verifier verifier_of(SecretText const& code, std::string_view kiosk) {
  auto const keys = keys_of(code, kiosk);
  return {hex(view(sha256(keys.client.reveal()))), hex(keys.server.reveal())};
}

Knower::Knower(SecretText const& code, std::string_view kiosk) {
  auto keys = keys_of(code, kiosk);
  client_key_ = std::move(keys.client);
  server_key_ = std::move(keys.server);
}

std::string Knower::prove(std::string_view message) const {
  auto const stored = sha256(client_key_.reveal());
  return hex(either(client_key_.reveal(), view(hmac(view(stored), from_kiosk(message)))));
}

bool Knower::believes(std::string_view message, std::string_view proof) const {
  return same_secret(hex(view(hmac(server_key_.reveal(), from_central(message)))), proof);
}

bool proves(Verifier const& verifier, std::string_view message, std::string_view proof) {
  auto const stored = bytes_of_hex(verifier.stored_key);
  auto const shown = bytes_of_hex(proof);
  if (!stored || !shown || stored->size() != key_bytes || shown->size() != key_bytes) return false;
  SecretText const client{either(*shown, view(hmac(*stored, from_kiosk(message))))};
  return same_secret(view(sha256(client.reveal())), *stored);
}

std::string answer_proof(Verifier const& verifier, std::string_view message) {
  return hex(view(hmac(bytes_of_hex(verifier.server_key).value_or(""), from_central(message))));
}

}  // namespace ce::enrolment
