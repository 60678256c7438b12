#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/changes/cursor.h"
#include "central/changes/touch.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::changes {

/// Which scopes a kiosk reads: those from `first` to `last` by code, and the common one.
struct Scopes {
  std::string first;
  std::string last;
};

/// How much of it, and what.
struct Filter {
  int limit = 500;
  std::vector<Kind> kinds{all_kinds.begin(), all_kinds.end()};
};

struct Page {
  std::vector<Thing> things;
  Cursor next;
  bool has_more = false;
};

/// At most `filter.limit` things of these kinds that changed after `from` (all where there is no cursor),
/// scope by scope, each in the order of its numbers. On one state of the database (Store::read). Fails with
/// resync_needed where the cursor is of another epoch, region or choice of kinds, or names a number that this
/// store has not given out.
[[nodiscard]] Result<Page> page(storage::Database& database, Scopes const& scopes, std::string_view epoch,
                                std::optional<Cursor> const& from, Filter const& filter);

}  // namespace ce::changes
