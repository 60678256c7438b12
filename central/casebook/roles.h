#pragma once

#include <string>

#include "shared/credit/pack.h"

namespace ce::casebook {

/// Who registers, reviews, recognises, rechecks and issues in the years of a pack (articles 4, 13 and 14),
/// each with its article; several lines, Chinese.
[[nodiscard]] std::string roles_text(credit::RulePack const& pack);

}  // namespace ce::casebook
