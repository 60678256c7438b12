#pragma once

#include <string>

#include "central/review/review_case.h"

namespace ce::review {

/// Where a record is in its review, in words for the professional: who has to act, which step of how many,
/// why it was returned and what to do. `reason` is that of the last step; `closed`: its year is.
[[nodiscard]] std::string standing_of(ReviewCase const& record, std::string_view reason, bool closed);

/// "用人单位初审通过", for the history.
[[nodiscard]] std::string words_for(credit::Decision decision);

}  // namespace ce::review
