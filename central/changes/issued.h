#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "central/changes/touch.h"

/// Certificates whose last change is that they were issued. Private to this room.
namespace ce::changes {

/// A thing with the number of its last change within its scope.
struct NumberedThing {
  std::int64_t seq = 0;
  Thing thing;
};

/// Where to look: numbers after `after`, below `before`, and no more than `most` of them.
struct Stretch {
  std::int64_t after = 0;
  std::int64_t before = 0;
  std::size_t most = 0;
};

/// Those of `scope` in the order of their numbers. Who was touched later has a row of their own and is not
/// among them.
[[nodiscard]] Result<std::vector<NumberedThing>> issued_in(storage::Database& database,
                                                           std::string_view scope, Stretch const& stretch);

}  // namespace ce::changes
