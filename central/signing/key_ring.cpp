#include "central/signing/key_ring.h"

#include <system_error>

#include "central/store/store.h"
#include "shared/base/durable_file.h"

namespace ce::signing {

std::filesystem::path KeyRing::file_of(std::string_view id) const {
  return directory_ / (std::string{id} + ".pem");
}

Result<SigningKey> KeyRing::key(std::string_view id) const {
  std::lock_guard const lock{mutex_};
  if (auto const found = read_.find(id); found != read_.end()) return found->second;
  CE_TRY(auto const key, SigningKey::read(file_of(id)));
  return read_.emplace(std::string{id}, key).first->second;
}

Result<void> KeyRing::keep(std::string_view id, SigningKey const& key) const {
  CE_TRY(bool const made, make_directories(directory_));
  if (made) {
    std::error_code error;
    std::filesystem::permissions(directory_, std::filesystem::perms::owner_all, error);
  }
  return key.write(file_of(id));
}

std::filesystem::path default_key_dir(std::string const& store) {
  return store::Store::directory_of(store) / "grant-keys";
}

}  // namespace ce::signing
