#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/cache/key_file.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::cache {

/// 12 random bytes for each record of one transaction: drawing them one by one takes as long as sealing does.
class Nonces {
 public:
  /// Until the next call; none comes twice.
  [[nodiscard]] std::string_view next();

 private:
  std::string drawn_;
  std::size_t used_ = 0;
};

/// Seals records with AES-256-GCM (NIST SP 800-38D) and makes look-up keys with HMAC-SHA256 (RFC 2104).
/// Records are sealed with the current key and open with the former as well; the look-up key is the store's
/// own and outlives rotations, because nobody could make the keys of rows anew. Values in and out are bytes.
/// One thread at a time: ciphers that are set up once are used for every record.
class Sealer {
 public:
  struct Tools;  // the room's own
  /// By the keys of `key_file`, which is made where there is none. Fails as read_keys() does.
  static Result<Sealer> from_key_file(std::filesystem::path const& key_file);
  /// The look-up key is derived from the current one until adopt_look_up().
  explicit Sealer(Keys const& keys);
  Sealer(Sealer&&) noexcept;
  Sealer& operator=(Sealer&&) noexcept;
  ~Sealer();

  /// 32 bytes that only the holder of the key can tie to `text`. `kind` keeps sorts of text apart.
  [[nodiscard]] std::string look_up_key(std::string_view kind, std::string_view text) const;

  /// 12 random bytes, the sealed text, 16 bytes of tag. `bound_to` must be given again to open it, so that
  /// a record moved to another row does not open.
  [[nodiscard]] std::string seal(std::string_view plain, std::string_view bound_to) const;
  [[nodiscard]] std::string seal(std::string_view plain, std::string_view bound_to, Nonces& nonces) const;
  /// Nothing if a bit was changed, or key or `bound_to` is another.
  [[nodiscard]] std::optional<SecretText> open(std::string_view sealed, std::string_view bound_to) const;
  /// What was sealed with the former key, sealed anew; nothing where it was not.
  [[nodiscard]] std::optional<std::string> resealed(std::string_view sealed, std::string_view bound_to) const;
  [[nodiscard]] bool rotating() const;

  /// The look-up key as a store keeps it.
  [[nodiscard]] std::string sealed_look_up() const;
  /// False where it does not open: the store is another key's.
  [[nodiscard]] bool adopt_look_up(std::string_view sealed);

 private:
  SecretText look_up_key_;
  std::unique_ptr<Tools> tools_;
};

}  // namespace ce::cache
