#pragma once

#include "central/casebook/fields.h"
#include "central/casebook/rulebook.h"

/// One function for each list of a case file: what our code says of that case, in the file's own keys.
/// Each fails with input_invalid where the case is malformed, naming the field.
namespace ce::casebook {

[[nodiscard]] Result<Json> judge_credit(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_registration(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_review(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_number(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_sequence(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_issuer(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_id(Json const& test_case, Rulebook const& rules);
[[nodiscard]] Result<Json> judge_mask(Json const& test_case, Rulebook const& rules);

}  // namespace ce::casebook
