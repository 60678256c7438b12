#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace ce::staff {

/// As write_durably(); where root writes at the command line the file is given to the service's own user,
/// whose directory it is. Fails as that does, and with storage_fault where it cannot be given.
Result<void> write_for_owner(std::filesystem::path const& file, std::string const& text);

}  // namespace ce::staff
