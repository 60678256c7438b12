#pragma once

#include <span>
#include <vector>

#include "central/changes/touch.h"
#include "central/store/store.h"
#include "shared/protocol/changes.h"
#include "shared/storage/database.h"

/// What a changed thing is now; Removed where it is gone or of another scope. Private to this room.
namespace ce::feed {

using What = decltype(protocol::Change::what);

/// Of many of one kind (at most storage::most_ids, not none), in their order.
[[nodiscard]] Result<std::vector<What>> certificates_now(storage::Database& database,
                                                         store::Store const& store,
                                                         std::span<changes::Thing const> things);
[[nodiscard]] Result<std::vector<What>> standings_now(storage::Database& database, store::Store const& store,
                                                      std::span<changes::Thing const> things);
/// Keys, void certificates, authorities and their seals, packs and words.
[[nodiscard]] Result<What> common_now(storage::Database& database, store::Store const& store,
                                      changes::Thing const& thing);

[[nodiscard]] Result<What> config_now(storage::Database& database, changes::Thing const& thing);
/// Whether somebody is forgotten.
[[nodiscard]] Result<What> person_now(storage::Database& database, changes::Thing const& thing);

}  // namespace ce::feed
