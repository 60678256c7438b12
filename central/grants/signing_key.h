#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

struct evp_pkey_st;

namespace ce::grants {

/// One Ed25519 key with its private half. Wiped by OpenSSL when it ends. Any thread.
class SigningKey {
 public:
  static SigningKey make();
  /// Reads PKCS #8 PEM. Fails with grant_key_missing where the file is absent, no such key, or may be read by
  /// others than its owner.
  static Result<SigningKey> read(std::filesystem::path const& file);
  /// Makes the file with mode 0600, on the disk when this returns. Fails with input_invalid where there is a
  /// file already or it cannot be made.
  [[nodiscard]] Result<void> write(std::filesystem::path const& file) const;

  /// 64 digits of lower-case hexadecimal.
  [[nodiscard]] std::string public_key() const;
  /// 128 digits of lower-case hexadecimal (RFC 8032).
  [[nodiscard]] std::string sign(std::string_view text) const;

 private:
  explicit SigningKey(evp_pkey_st* key);
  std::shared_ptr<evp_pkey_st> key_;  // shared: OpenSSL counts references itself, this is that count
};

}  // namespace ce::grants
