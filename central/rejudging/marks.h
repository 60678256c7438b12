#pragma once

#include <string>
#include <vector>

#include "central/rulebook/rulebook.h"

namespace ce::rejudging {

/// By what rows are judged today.
struct Marks {
  std::string all;                 // changes with any year's rules and with what rows keep
  std::vector<std::string> years;  // "2026 0123456789abcdef": year and standings::mark_of()
};
[[nodiscard]] Marks marks_of(rulebook::Rulebook const& rules);

}  // namespace ce::rejudging
