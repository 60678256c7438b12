#include "central/admin/key_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "shared/base/owner.h"

namespace ce::admin {
namespace {

bool write_all(int descriptor, std::string_view bytes) {
  return ::write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
         ::fsync(descriptor) == 0;
}

}  // namespace

Result<void> write_key_file(std::filesystem::path const& file, SecretText const& key) {
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) {
    return Failure{FailureCode::input_invalid, file.string() + ": " + std::system_category().message(errno)};
  }
  SecretText const line{key.reveal() + "\n"};
  bool const written =
      give_to_owner_of(file.parent_path(), descriptor) == 0 && write_all(descriptor, line.reveal());
  ::close(descriptor);
  if (written) return {};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return Failure{FailureCode::storage_full, file.string() + ": could not be written"};
}

}  // namespace ce::admin
