#pragma once

#include <string_view>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/credit/record.h"

namespace ce::credit {

/// What is wrong with one field of a record as somebody entered it.
struct RecordFault {
  std::string_view field;     // "hours", the field's name in Record
  std::string_view sentence;  // Chinese, for the person who entered it
  bool operator==(RecordFault const&) const = default;
};

/// Everything that keeps a record from being registered on `today` (article 5), in the order of the fields;
/// empty for a sound one. judge() expects records without faults of their figures.
[[nodiscard]] std::vector<RecordFault> faults_of(Record const& record, Date today);

/// The first fault as record_invalid: "hours: ...".
[[nodiscard]] Result<void> check_record(Record const& record, Date today);

/// Credit hours as typed: "6", "10.5". Exact, no floating point. Fails with
/// record_invalid for anything but a positive decimal number that is a whole number of units.
[[nodiscard]] Result<CreditUnits> parse_hours(std::string_view typed);

}  // namespace ce::credit
