#pragma once

#include <cstdint>

#include "central/store/records.h"
#include "shared/credit/judge.h"

namespace ce::issuing {

/// Everything by which a verdict can be replayed years later.
struct Evidence {
  std::int64_t professional = 0;
  credit::RulePack const& pack;
  credit::Verdict const& verdict;
  std::vector<store::StoredRecord> const& records;  // those judged, in the order of the verdict
  Instant judged;
};

/// Stores the verdict with its figures, pack, switches, study guide and the ids of the records that counted;
/// gives its row's id.
[[nodiscard]] Result<std::int64_t> freeze(storage::Database& database, Evidence const& evidence);

}  // namespace ce::issuing
