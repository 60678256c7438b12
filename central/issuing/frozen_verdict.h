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

/// Stores the verdict with its figures, the whole pack (figures, switches, guides) and the ids and facts of
/// the records that it rests on; gives its row's id.
[[nodiscard]] Result<std::int64_t> freeze(storage::Database& database, Evidence const& evidence);

}  // namespace ce::issuing
