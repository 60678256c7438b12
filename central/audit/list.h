#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/audit/chain.h"
#include "central/store/rows.h"
#include "shared/base/clock.h"

namespace ce::audit {

/// Which entries; all conditions that are set must hold.
struct Filter {
  store::RegionScope scope;
  std::optional<Instant> from;
  std::optional<Instant> before;
  std::optional<std::string> actor;  // account
  int most = 100;
};

/// The latest first.
[[nodiscard]] Result<std::vector<Entry>> list(storage::Database& database, Filter const& filter);

}  // namespace ce::audit
