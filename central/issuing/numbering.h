#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/certificate/number.h"
#include "shared/storage/database.h"

namespace ce::issuing {

/// Which counter of article 15 numbers are taken from.
struct NumberScope {
  std::string region;  // the present code of the issuing region
  int credit_year = 0;
  int issue_year = 0;
  certificate::NumberRules rules;
};

/// The last sequence given out in that scope, 0 before the first. Holds the counter until the transaction
/// ends: on an engine with several writers nobody else takes numbers of that scope meanwhile.
[[nodiscard]] Result<std::int64_t> hold_counter(storage::Database& database, NumberScope const& scope);

/// How many numbers of which scope.
struct Want {
  NumberScope scope;
  std::size_t count = 0;
};
/// The next numbers of article 15 for each of `wants`, unbroken, by one change of each counter row in the
/// caller's transaction, so that numbers taken back are given out again and none is skipped. Counters are
/// taken in their order, whatever that of `wants`. Fails with number_exhausted, telling how many are left,
/// and takes none then.
[[nodiscard]] Result<std::vector<std::vector<certificate::Number>>> take_numbers(storage::Database& database,
                                                                                 std::span<Want const> wants);

/// Whether numbers may be given out, in two parts like ask_authorities(): fails with issuing_refused in a
/// store that was brought back from a backup, until somebody has looked (central/restored), or a number that
/// it has forgotten could be given to somebody else.
[[nodiscard]] storage::Statement ask_pause(storage::Database& database);
[[nodiscard]] Result<void> check_pause(storage::Statement asked);

/// Fails with number_exhausted where fewer than `count` numbers come after `last`.
[[nodiscard]] Result<void> check_range(NumberScope const& scope, std::int64_t last, std::size_t count);

}  // namespace ce::issuing
