#pragma once

#include <cstdint>
#include <filesystem>

#include "kiosk/cache/region_copy.h"
#include "shared/base/result.h"

namespace ce::cache {

/// What the stores hold, for staff.
struct Survey {
  std::int64_t people_seen = 0;
  std::int64_t region_things = 0;
  DeltaPlace region;
};

/// Reads beside the kiosk that serves, without keys; a store that is not there holds nothing. Fails as
/// storage::Database::open_reader().
[[nodiscard]] Result<Survey> survey(std::filesystem::path const& seen, std::filesystem::path const& region);

}  // namespace ce::cache
