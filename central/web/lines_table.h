#pragma once

#include <array>
#include <string>
#include <vector>

#include "central/web/parts.h"

namespace ce::web {

/// One row: name, value, state, note.
struct Line {
  std::string href;  // of the name; empty: it leads nowhere
  std::string name;
  std::string value;
  Badge state;
  std::string note;
};

/// A list in four columns. For {{>lines}}.
struct LinesTable {
  std::string heading;
  std::string told;  // beside the heading
  std::array<std::string, 4> heads;
  std::vector<Line> lines;
};
[[nodiscard]] Fields fields_of(LinesTable const& table);

}  // namespace ce::web
