#pragma once

#include <optional>
#include <vector>

#include "central/casebook/fields.h"
#include "central/casebook/rulebook.h"
#include "shared/credit/pack.h"
#include "shared/credit/record.h"

namespace ce::casebook {

/// A credit case as judge() wants it.
struct CreditCase {
  credit::RulePack pack;  // with the case's switches
  int year = 0;
  std::optional<credit::StudyGuide> guide;
  std::vector<credit::Record> records;
};

/// Fails with input_invalid, naming the field.
[[nodiscard]] Result<CreditCase> credit_case_of(Json const& test_case, Rulebook const& rules);

}  // namespace ce::casebook
