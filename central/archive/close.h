#pragma once

#include <string>

#include "central/audit/audit.h"
#include "central/store/closed_years.h"
#include "central/store/store.h"

/// Credit years that are over and only read from now on. Any thread.
namespace ce::archive {

struct Closing {
  int year = 0;
  std::string reason;         // the notice that ended registration, say
  bool even_waiting = false;  // though records of it were never reviewed (article 13)
};

/// Closes a year of the whole store, with an audit entry, and gives how many of its records wait for ever.
/// Fails with input_invalid: no reason, no rules for it, not over yet in China, closed already, or records
/// wait for their review and `even_waiting` does not say that they may.
[[nodiscard]] Result<std::int64_t> close_year(store::Store& store, Closing const& how,
                                              audit::Author const& by, Instant now);

/// Lets a closed year be written again, with an audit entry. Fails with input_invalid: no reason, not closed.
[[nodiscard]] Result<void> reopen_year(store::Store& store, int year, std::string const& reason,
                                       audit::Author const& by, Instant now);

}  // namespace ce::archive
