#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "central/web/fields.h"

namespace ce::web {

struct Bar {
  std::string name;
  double share = 0;   // 0 to 1 of the full width
  std::string value;  // as it is read: "86.4 %（1,234 / 1,428 人）"
  std::string href = {};
};

/// Lying bars: a table whose middle column is drawn, so that the chart is its own table. For {{>bars}}.
struct Bars {
  std::string title;
  std::string note;
  std::string name_head;
  std::string value_head;
  std::vector<Bar> rows;
  std::string none;  // what to say without rows
};
[[nodiscard]] Fields fields_of(Bars const& bars);

struct ColumnBar {
  std::string name;       // below it: "3"
  std::string full_name;  // in the table: "3 月"
  std::int64_t value = 0;
};

/// Standing columns over time, with a table of the same figures. For {{>columns}}; `id` is unique on the
/// page.
struct Columns {
  std::string id;
  std::string title;
  std::string note;
  std::string name_head;
  std::string value_head;
  std::vector<ColumnBar> cells;
};
[[nodiscard]] Fields fields_of(Columns const& columns);

/// "43.21%" of 0 to 1, for SVG.
[[nodiscard]] std::string percent(double share);

}  // namespace ce::web
