#pragma once

#include <optional>

#include "shared/base/clock.h"
#include "shared/storage/database.h"

namespace ce::store {

/// The instant in a column of milliseconds; nothing where that is NULL.
[[nodiscard]] inline std::optional<Instant> moment_in(storage::Statement const& row, int column) {
  auto const ms = row.optional_integer(column);
  return ms ? std::optional{Instant{*ms}} : std::nullopt;
}

}  // namespace ce::store
