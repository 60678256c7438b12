#include "central/certificate_command/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace ce::certificate_command {
namespace {

Failure fault(std::filesystem::path const& path, int error) {
  auto const code =
      error == ENOSPC || error == EDQUOT ? FailureCode::storage_full : FailureCode::storage_fault;
  return {code, path.string() + ": " + std::generic_category().message(error)};
}

/// 0, or the system's error.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

Result<void> write_durably(std::filesystem::path const& path, std::string_view bytes) {
  std::string beside = path.string() + ".XXXXXX";
  int const file = ::mkstemp(beside.data());
  if (file < 0) return fault(path, errno);
  int error = write_all(file, bytes);
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(beside.c_str());
  return fault(path, error);
}

}  // namespace ce::certificate_command
