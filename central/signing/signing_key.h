#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "central/signing/private_key_file.h"
#include "shared/base/result.h"
#include "shared/signature/algorithm.h"

namespace ce::signing {

/// A key with its private half, Ed25519 or SM2. Wiped by OpenSSL when it ends. Any thread.
class SigningKey {
 public:
  static SigningKey make(signature::Algorithm algorithm);
  /// Reads PKCS #8 PEM. Fails with grant_key_missing where the file is absent, no such key, or may be read by
  /// others than its owner.
  static Result<SigningKey> read(std::filesystem::path const& file);
  /// Makes the file with mode 0600, on the disk when this returns. Fails with input_invalid where there is a
  /// file already or it cannot be made.
  [[nodiscard]] Result<void> write(std::filesystem::path const& file) const;

  [[nodiscard]] signature::Algorithm algorithm() const { return algorithm_; }
  /// As signature::PublicKey::from_hex() reads it.
  [[nodiscard]] std::string public_key() const;
  /// 64 bytes. Ed25519 gives the same for the same text, SM2 another each time.
  [[nodiscard]] std::string sign(std::string_view text) const;

 private:
  SigningKey(signature::Algorithm algorithm, PrivateKey key);

  signature::Algorithm algorithm_;
  PrivateKey key_;
};

}  // namespace ce::signing
