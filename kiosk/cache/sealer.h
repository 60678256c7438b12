#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::cache {

/// Seals records with AES-256-GCM (NIST SP 800-38D) and makes look-up keys with HMAC-SHA256 (RFC 2104), each
/// under a key of its own derived from one key file. Values in and out are bytes. Any thread.
class Sealer {
 public:
  /// Reads the 32 bytes of `key_file`; makes it, mode 0600 and flushed, where there is none. Fails with
  /// storage_unopenable if others may read it, its length is wrong or it cannot be made.
  static Result<Sealer> from_key_file(std::filesystem::path const& key_file);

  /// 32 bytes that only the holder of the key can tie to `text`. `kind` keeps sorts of text apart.
  [[nodiscard]] std::string look_up_key(std::string_view kind, std::string_view text) const;

  /// 12 random bytes, the sealed text, 16 bytes of tag. `bound_to` must be given again to open it, so that
  /// a record moved to another row does not open.
  [[nodiscard]] std::string seal(std::string_view plain, std::string_view bound_to) const;
  /// Nothing if a bit was changed, or key or `bound_to` is another.
  [[nodiscard]] std::optional<SecretText> open(std::string_view sealed, std::string_view bound_to) const;

 private:
  explicit Sealer(SecretText const& master);
  SecretText seal_key_;
  SecretText look_up_key_;
};

}  // namespace ce::cache
