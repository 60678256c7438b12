#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "central/signing/signing_key.h"
#include "shared/base/result.h"

namespace ce::signing {

/// The signing keys of this machine: DIR/<key id>.pem. A file is read when its key is first needed, so that a
/// new key needs no restart. Any thread.
class KeyRing {
 public:
  explicit KeyRing(std::filesystem::path directory) : directory_(std::move(directory)) {}

  /// Fails with grant_key_missing, naming the file.
  [[nodiscard]] Result<SigningKey> key(std::string_view id) const;
  /// Makes the key's file, and the directory where it is missing (mode 0700). Fails with input_invalid or
  /// storage_full.
  [[nodiscard]] Result<void> keep(std::string_view id, SigningKey const& key) const;
  [[nodiscard]] std::filesystem::path file_of(std::string_view id) const;

 private:
  std::filesystem::path directory_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, SigningKey, std::less<>> read_;
};

/// Where keys are unless the configuration says otherwise: "grant-keys" in the store's directory.
[[nodiscard]] std::filesystem::path default_key_dir(std::string const& store);

}  // namespace ce::signing
