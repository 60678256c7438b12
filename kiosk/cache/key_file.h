#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::cache {

/// The `size` bytes of a key file. Where there is none one is made of random bytes: whole or not at all, mode
/// 0600, flushed to the disk. Fails with storage_unopenable if group or others may touch it, if its length
/// is another, or if it cannot be read or made.
Result<SecretText> read_or_make_key(std::filesystem::path const& file, std::size_t size);

/// What a store is sealed with, and what it was sealed with before while a rotation is under way.
struct Keys {
  SecretText current;
  std::optional<SecretText> former;  // of "<file>.former"
  bool operator==(Keys const&) const = default;
};

/// Fails as read_or_make_key() does.
Result<Keys> read_keys(std::filesystem::path const& file);

/// The key of `file` becomes the former one and another takes its place; whatever the moment of a power cut,
/// one of the two opens each record. Fails with storage_busy while a rotation is under way, and as
/// read_or_make_key() does, on systemd's credentials too: those are the operator's to change.
Result<void> begin_rotation(std::filesystem::path const& file);
[[nodiscard]] bool is_rotating(std::filesystem::path const& file);
/// Nothing is sealed with the former key any more: it is overwritten and deleted. Where it cannot be, as in
/// systemd's read-only directory of credentials, the failure says that its operator may take it away.
Result<void> end_rotation(std::filesystem::path const& file);

/// The crypto-erase: overwrites and deletes every key of `file`. Fails where one cannot be deleted.
Result<void> destroy_keys(std::filesystem::path const& file);

}  // namespace ce::cache
