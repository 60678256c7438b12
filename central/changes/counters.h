#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"
#include "shared/storage/database.h"

/// The counter rows of scopes. Private to this room.
namespace ce::changes {

/// How many numbers each scope needs, scopes in their order; then the number before the first of them.
using Counts = std::vector<std::pair<std::string_view, std::int64_t>>;

/// From here on the scopes' other writers wait.
[[nodiscard]] Result<Counts> take_numbers(storage::Database& database, Counts const& counts);

}  // namespace ce::changes
