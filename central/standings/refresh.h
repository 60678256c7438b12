#pragma once

#include <optional>
#include <span>

#include "central/rulebook/rulebook.h"
#include "central/standings/standing.h"

namespace ce::standings {

/// Judges the years of these people anew and writes what has changed, within the caller's transaction
/// (Store::write): to be called by whatever has changed a record, a unit, a hosted file or a certificate of
/// theirs. Years: those that a record belongs to, those that have a row, and `opened`. People who are not
/// there and years without a pack are passed over. Gives how many rows it wrote. Fails with storage errors.
Result<std::int64_t> refresh(storage::Database& database, rulebook::Rulebook const& rules,
                             std::span<std::int64_t const> professionals, Instant now,
                             std::optional<int> opened = {});

/// The same for one.
[[nodiscard]] Result<void> refresh_one(storage::Database& database, rulebook::Rulebook const& rules,
                                       std::int64_t professional, Instant now);

}  // namespace ce::standings
