#pragma once

#include "kiosk/cache/sealer.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

/// What both stores of this room have: a look-up key of their own, and records that a rotation seals anew.
/// Private to this room; the caller holds the store.
namespace ce::cache {

/// Gives `sealer` the look-up key of this store, made at its first opening. False: it was sealed with
/// another key, and nothing in it opens any more.
[[nodiscard]] Result<bool> adopt_look_up(storage::Database& database, Sealer& sealer);
/// Keeps the look-up key of `sealer` as this store's, sealed with the current key.
[[nodiscard]] Result<void> keep_look_up(storage::Database& database, Sealer const& sealer);

/// A sealed column of a table, bound to the bytes of `bound_to` with `bound_more` behind them.
struct SealedColumn {
  std::string_view table;
  std::string_view column;
  std::string_view bound_to;
  std::string_view bound_more;
};

/// Seals up to `most` rows after `row` anew that the former key sealed, and moves that along; in the
/// caller's transaction. True once the end is reached.
[[nodiscard]] Result<bool> reseal_some(storage::Database& database, Sealer const& sealer,
                                       SealedColumn const& which, std::int64_t most, std::int64_t& row);

}  // namespace ce::cache
