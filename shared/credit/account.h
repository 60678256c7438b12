#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"
#include "shared/credit/verdict.h"

namespace ce::credit {

/// A verdict told to the person it is about, a line each: what the year asks for, how each subject stands,
/// the conclusion with its articles, what each record counted and why not more, what would close the gap.
/// `pack` and `records` are those that were judged by, in their order. Chinese, without line ends.
[[nodiscard]] std::vector<std::string> account_of(Verdict const& verdict, std::span<Record const> records,
                                                  RulePack const& pack);

/// One line for each record: what it is, what it counted by which article, and why not or not more.
[[nodiscard]] std::vector<std::string> record_lines(Verdict const& verdict, std::span<Record const> records,
                                                    RulePack const& pack);

}  // namespace ce::credit
