#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/certificate/number.h"
#include "shared/storage/database.h"

namespace ce::issuing {

struct NumberScope {
  std::string_view region;
  int credit_year = 0;
  int issue_year = 0;
};

/// The next number of article 15, taken from the counter row of that region and year in the caller's
/// transaction, so that a number taken back is given out again and none is skipped. Fails with
/// number_exhausted.
[[nodiscard]] Result<certificate::Number> take_number(storage::Database& database, NumberScope const& scope,
                                                      certificate::NumberRules const& rules);

}  // namespace ce::issuing
