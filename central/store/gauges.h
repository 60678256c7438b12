#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::store {

/// How the store stands, for those who watch it. Each figure is a range of an index, never a whole table.
struct Gauges {
  std::int64_t sessions = 0;                           // open in the console
  std::map<std::string, std::int64_t> review_backlog;  // records waiting, by the state they wait in
  std::int64_t certificates_issued = 0;                // numbers given out, revoked ones included
  std::int64_t grants_live = 0;
  std::int64_t kiosks_enrolled = 0;
  std::int64_t kiosks_alive = 0;  // heard of within kiosk_alive_ms
  std::int64_t outbox_pending = 0;
  std::int64_t prints_unresolved = 0;
  std::int64_t rejudging_left = 0;  // people whose standings may be of other rules (central/rejudging)
};

inline constexpr std::int64_t kiosk_alive_ms = 120'000;  // four heartbeats

[[nodiscard]] Result<Gauges> gauges(storage::Database& database, Instant now);

}  // namespace ce::store
