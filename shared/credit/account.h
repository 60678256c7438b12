#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/credit/record.h"
#include "shared/credit/verdict.h"

namespace ce::credit {

/// A verdict told to the person it is about, a line each: subjects, conclusion with articles, what each
/// record counted and why not, what would close the gap. `records` are those that were judged, in their
/// order. Chinese, without line ends.
[[nodiscard]] std::vector<std::string> account_of(Verdict const& verdict, std::span<Record const> records);

}  // namespace ce::credit
