#pragma once

#include <functional>
#include <string>

#include "kiosk/cache/cache.h"
#include "kiosk/cache/region_copy.h"
#include "kiosk/ports/central.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/protocol/change_slices.h"

namespace ce::sync {

/// Brings the region's copy up to date by the delta, page by page, and lets the caches forget who asked for
/// it. Each page is kept with its cursor in one transaction: after any cut it goes on behind the last one
/// that was kept, and it never begins from the start without a line in the log that says why. Everything is
/// borrowed; one thread.
class RegionPull {
 public:
  RegionPull(cache::RegionCopy& copy, cache::Cache& seen, log::Logger const& logger)
      : copy_(&copy), seen_(&seen), logger_(&logger) {}

  /// Fetches until there is no more, or `stop` says so between two pages. `region`: whether this kiosk's own
  /// configuration lets it keep its region; central leaves people out where its policy does not. Fails as
  /// Central::people_changes(), ChangeSlicer or RegionCopy do; what was kept before stays.
  Result<void> refresh(
      ports::Central& central, bool region, Instant central_now,
      std::function<bool()> const& stop = [] { return false; });

 private:
  Result<void> begin(std::string const& kinds, std::string_view why);
  Result<void> begin_where_due(std::string const& kinds);
  Result<bool> take_page(ports::Central& central, cache::DeltaPlace const& place, Instant central_now);

  cache::RegionCopy* copy_;
  cache::Cache* seen_;
  log::Logger const* logger_;
  protocol::ChangeSlicer slicer_;
};

}  // namespace ce::sync
