#pragma once

#include <optional>
#include <span>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"
#include "shared/credit/verdict.h"

namespace ce::credit {

/// Judges one person's `year` from all their records by the pack of that year and its study guide (nothing:
/// none was published). `counted[i]` of the verdict belongs to `records[i]`. Pure; the order of the records
/// does not change any total. The verdict refers to `pack` by its id and must not outlive it.
[[nodiscard]] Verdict judge(std::span<Record const> records, RulePack const& pack,
                            std::optional<StudyGuide> const& guide, int year);

/// The same into `verdict`, whose memory is used again: without allocation once it has grown.
void judge_into(Verdict& verdict, std::span<Record const> records, RulePack const& pack,
                std::optional<StudyGuide> const& guide, int year);

}  // namespace ce::credit
