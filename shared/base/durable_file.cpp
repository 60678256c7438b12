#include "shared/base/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "shared/base/descriptor.h"
#include "shared/base/owner.h"

namespace ce {
namespace {

Failure file_fault(std::filesystem::path const& path, int error) {
  bool const full = error == ENOSPC || error == EDQUOT;
  return {full ? FailureCode::storage_full : FailureCode::storage_fault,
          path.string() + ": " + std::generic_category().message(error)};
}

// A rename is on the disk once its directory is.
int press_directory(std::filesystem::path const& directory) {
  Descriptor const opened{::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return opened && ::fsync(opened.value()) == 0 ? 0 : errno;
}

}  // namespace

int write_and_sync(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    // A disk that is full may take a part, or nothing, and say nothing.
    if (written <= 0) return written < 0 ? errno : ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

Result<bool> make_directories(std::filesystem::path const& directory) {
  std::error_code error;
  if (directory.empty() || std::filesystem::is_directory(directory, error)) return false;
  auto const above = directory.parent_path();
  if (above != directory) CE_CHECK(make_directories(above));
  bool const made = std::filesystem::create_directory(directory, error);
  if (error) return file_fault(directory, error.value());
  if (!made) return false;
  Descriptor const opened{::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  if (!opened) return file_fault(directory, errno);
  if (int const fault = give_to_owner_of(above, opened.value()); fault != 0)
    return file_fault(directory, fault);
  return true;
}

Result<void> write_durably(std::filesystem::path const& path, std::string_view bytes,
                           MissingDirectory missing) {
  auto const directory = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
  if (missing == MissingDirectory::make) CE_CHECK(make_directories(directory));
  std::string beside = path.string() + ".XXXXXX";
  int const file = ::mkostemp(beside.data(), O_CLOEXEC);
  if (file < 0) return file_fault(path, errno);
  int error = give_to_owner_of(directory, file);
  if (error == 0) error = write_and_sync(file, bytes);
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) error = press_directory(directory);
  if (error == 0) return {};
  ::unlink(beside.c_str());
  return file_fault(path, error);
}

Result<void> sync_directory(std::filesystem::path const& directory) {
  int const error = press_directory(directory.empty() ? "." : directory);
  if (error == 0) return {};
  return file_fault(directory, error);
}

}  // namespace ce
