#pragma once

#include <filesystem>

#include "shared/base/result.h"

/// Damaged copies that were set aside: of use to whoever looks for the cause, and copies of people all the
/// same. One of each store is kept, for three days; who is forgotten, and an erase, takes it along. Private
/// to this room.
namespace ce::cache {

/// Deletes what was set aside of that store, its log included. Fails with storage_fault, naming the first
/// that stays.
[[nodiscard]] Result<void> drop_asides(std::filesystem::path const& store);
/// Those of more than three days ago. What stays is tried again the next time.
void drop_old_asides(std::filesystem::path const& store);

}  // namespace ce::cache
