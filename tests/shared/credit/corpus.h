#pragma once

#include <string>
#include <vector>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"

namespace ce::credit::testing {

/// Someone who sits on the edge of a figure or a reading.
struct EdgePerson {
  std::string name;
  std::optional<StudyGuide> guide;
  std::vector<Record> records;
};

/// For each figure somebody who has exactly that and somebody with one unit less, made up elsewhere; for each
/// switch somebody whose year it changes. Figures are those of `pack`, all records of `year` or around it.
[[nodiscard]] std::vector<EdgePerson> edge_people(RulePack const& pack, int year);

}  // namespace ce::credit::testing
