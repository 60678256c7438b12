#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace ce::store {

/// How reads that may be a little old were answered by this process since it started.
struct StandbyUse {
  std::uint64_t by_standby = 0;
  std::uint64_t by_primary = 0;  // no standby answered, or none was recent enough
  /// How old the state was that the standby asked last showed; nothing where that could not be told.
  std::optional<std::chrono::milliseconds> age;
};

}  // namespace ce::store
