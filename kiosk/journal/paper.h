#pragma once

#include <cstdint>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::journal {

/// A run of blank numbers (N0 of the form), both ends included: prefix "GD-A-", digits 8, 1 .. 5000 gives
/// GD-A-00000001 to GD-A-00005000.
struct PaperRange {
  std::string prefix;
  int digits = 8;
  std::int64_t first = 1;
  std::int64_t last = 99'999'999;
};

/// What became of the numbers: used and void over all time, left in the range in use.
struct PaperCount {
  std::int64_t used = 0;  // consumed by a print that is not failed
  std::int64_t void_ = 0;
  std::int64_t left = 0;
};

/// The paper of one day (China): of the numbers that went that day, how many are used and void now; and what
/// is left in every range that was loaded. Central draws up the same from its own books (`ce-admin paper`).
struct PaperDay {
  std::int64_t used = 0;
  std::int64_t void_ = 0;
  std::int64_t left = 0;
};

/// A number that is void, and why: a failure code's name, or staff's words.
struct VoidBlank {
  std::string number;
  std::string reason;
  Instant at;
};

/// "GD-A-00000042". Precondition: the digits suffice.
[[nodiscard]] std::string blank_number(PaperRange const& range, std::int64_t serial);

/// config_value_invalid unless 0 < first <= last, last fits the digits and the prefix is short and printable.
[[nodiscard]] Result<void> check(PaperRange const& range);

}  // namespace ce::journal
