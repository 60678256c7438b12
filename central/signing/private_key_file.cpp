#include "central/signing/private_key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "shared/base/owner.h"
#include "shared/openssl/owned.h"

namespace ce::signing {
namespace {

Failure missing(std::filesystem::path const& file, std::string const& what) {
  return {FailureCode::grant_key_missing, file.string() + ": " + what};
}

}  // namespace

Result<PrivateKey> read_private_key(std::filesystem::path const& file) {
  int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return missing(file, std::system_category().message(errno));
  struct stat about {};
  bool const private_file = ::fstat(descriptor, &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
  openssl::Bio const bio{BIO_new_fd(descriptor, BIO_CLOSE)};
  if (!private_file) return missing(file, "others than its owner can read it; chmod 600 and replace the key");
  PrivateKey key{PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
  if (!key) return missing(file, "not a private key in PEM");
  return key;
}

Result<void> write_private_key(std::filesystem::path const& file, evp_pkey_st& key) {
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) {
    return Failure{FailureCode::input_invalid, file.string() + ": " + std::system_category().message(errno)};
  }
  openssl::Bio const bio{BIO_new_fd(descriptor, BIO_CLOSE)};
  bool const written =
      give_to_owner_of(file.parent_path(), descriptor) == 0 &&
      PEM_write_bio_PKCS8PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
  if (written && ::fsync(descriptor) == 0) return {};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return Failure{FailureCode::storage_full, file.string() + ": could not be written"};
}

}  // namespace ce::signing
