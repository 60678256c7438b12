#pragma once

#include <span>
#include <string_view>

#include "kiosk/drivers/central/answer.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::drivers {

/// The failure that an answer which is no success stands for: the problem's own code where it is one of
/// `expected` or may come of any call, else what the status alone says: with
/// delivery_refused among `expected` a 400, 409, 413 or 422 is that. Pure.
[[nodiscard]] Failure refusal_of(Answer const& answer, std::span<FailureCode const> expected);

/// The body of a success, which is of that type, or the failure that the answer is: one of `expected`, or
/// what any call may meet.
[[nodiscard]] Result<SecretText> body_of(Result<Answer> answer, std::span<FailureCode const> expected = {},
                                         std::string_view type = "application/json");

}  // namespace ce::drivers
