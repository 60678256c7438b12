#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"

/// A second evaluator, written from the regulation's text with no thought of speed and sharing no code with
/// shared/credit, for comparison. It does not know overlaps and seals. What is carried over never comes from
/// achievements and degree study: they fill a gap and so make no surplus.
namespace ce::credit::naive {

struct Outcome {
  std::int64_t public_subject = 0;
  std::int64_t professional = 0;
  std::int64_t mandatory = 0;
  std::int64_t achievement = 0;
  std::int64_t elective = 0;
  std::set<std::string> reasons;
  bool operator==(Outcome const&) const = default;
};

[[nodiscard]] Outcome evaluate(std::vector<Record> const& records, RulePack const& pack,
                               std::optional<StudyGuide> const& guide, int year);

}  // namespace ce::credit::naive
