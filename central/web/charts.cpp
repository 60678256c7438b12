#include "central/web/charts.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace ce::web {
namespace {

constexpr double plot_top = 24;
constexpr double plot_bottom = 192;

std::string decimal(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

// What fits above a column: "9,876", then "1.2万".
std::string short_number(std::int64_t value) {
  if (value == 0) return {};
  if (value < 10'000) return with_commas(value);
  return decimal(static_cast<double>(value) / 10'000).substr(0, 4) + "万";
}

}  // namespace

std::string percent(double share) {
  return decimal(std::clamp(share, 0.0, 1.0) * 100) + "%";
}

Fields fields_of(Bars const& bars) {
  return Fields{}
      .text("title", bars.title)
      .text("note", bars.note)
      .text("name_head", bars.name_head)
      .text("value_head", bars.value_head)
      .text("none", bars.none)
      .rows("rows", rows_of(bars.rows, [](Bar const& bar) {
              return Fields{}
                  .text("name", bar.name)
                  .text("href", bar.href)
                  .text("share", percent(bar.share))
                  .text("fill", "fill")
                  .text("value", bar.value);
            }));
}

Fields fields_of(Columns const& columns) {
  std::int64_t highest = 1;
  std::string told;
  for (auto const& cell : columns.cells) {
    highest = std::max(highest, cell.value);
    told += (told.empty() ? "" : "，") + cell.full_name + " " + with_commas(cell.value);
  }
  double const step = columns.cells.empty() ? 1.0 : 1.0 / static_cast<double>(columns.cells.size());
  Fields::Rows cells;
  for (std::size_t i = 0; i < columns.cells.size(); ++i) {
    auto const& cell = columns.cells[i];
    double const height =
        (plot_bottom - plot_top) * static_cast<double>(cell.value) / static_cast<double>(highest);
    double const left = static_cast<double>(i) * step;
    cells.push_back(Fields{}
                        .text("x", percent(left + step * 0.18))
                        .text("width", percent(step * 0.64))
                        .text("middle", percent(left + step * 0.5))
                        .text("y", decimal(plot_bottom - height))
                        .text("height", decimal(height))
                        .text("above", decimal(plot_bottom - height - 7))
                        .text("fill", "fill")
                        .text("name", cell.name)
                        .text("full_name", cell.full_name)
                        .text("value", short_number(cell.value))
                        .text("exact", with_commas(cell.value)));
  }
  return Fields{}
      .text("id", columns.id)
      .text("title", columns.title)
      .text("note", columns.note)
      .text("told", told)
      .text("name_head", columns.name_head)
      .text("value_head", columns.value_head)
      .rows("cells", std::move(cells));
}

}  // namespace ce::web
