#include "kiosk/staff/own_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "shared/base/durable_file.h"

namespace ce::staff {

Result<void> write_for_owner(std::filesystem::path const& file, std::string const& text) {
  CE_CHECK(write_durably(file, text));
  struct stat directory {};
  if (::geteuid() == 0 && ::stat(file.parent_path().c_str(), &directory) == 0 &&
      ::chown(file.c_str(), directory.st_uid, directory.st_gid) != 0) {
    return Failure{FailureCode::storage_fault, file.string() + " cannot be given to the service's user"};
  }
  return {};
}

}  // namespace ce::staff
