#pragma once

#include <string>
#include <string_view>

#include "central/audit/audit.h"
#include "central/store/store.h"

namespace ce::restored {

struct Resumption {
  std::string reason;
  std::int64_t skip = 1000;  // numbers of each counter that may have been given out and were never printed
  bool even_unheard = false;
};

/// Lets a store that was brought back issue again. Passes over `skip` numbers of each region's counters
/// first, with an audit entry. Fails with input_invalid: issuing is not paused, no reason, skip not 0 to
/// 100,000, or kiosks have not delivered yet (named) and `even_unheard` does not say that they never will.
[[nodiscard]] Result<void> resume(store::Store& store, Resumption const& how, audit::Author const& by,
                                  Instant now);

/// Notes that the holder of a lost certificate has the one of number `as`. Fails with certificate_unknown
/// where no sheet of `lost` is kept or `as` is not in force.
[[nodiscard]] Result<void> record_as(store::Store& store, std::string_view lost, std::string_view as,
                                     audit::Author const& by, Instant now);

}  // namespace ce::restored
