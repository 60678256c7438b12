#pragma once

#include <cstdint>
#include <filesystem>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::journal {

struct Salvaged {
  std::int64_t prints = 0;
  std::int64_t events = 0;  // that central has not heard of
};

/// Takes over what can still be read of a damaged journal that lies beside the new one: prints, so that none
/// of them is made again, and events that wait to be delivered. Each table is read up to the first page that
/// is no good; the damaged file stays as it is. Fails only where the new one cannot be written. Part of the
/// caller's transaction.
Result<Salvaged> salvage(storage::Database& database, std::filesystem::path const& damaged, Instant at);

}  // namespace ce::journal
