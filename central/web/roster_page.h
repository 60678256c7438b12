#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// A list of persons or units with what it is searched by.
struct RosterView {
  std::string filter_label;  // of the search, for who cannot see it
  std::string action;
  std::string word;     // on the button
  bool posted = false;  // what is searched for must stand in no address
  std::vector<Field> filters = {};
  std::string told = {};
  std::vector<std::string> heads = {};  // of the first column, the cells and the state
  struct Cell {
    std::string text;
    bool whole = false;  // is not broken into lines
  };
  struct Row {
    std::string href;
    std::string name;
    std::vector<Cell> cells;
    Badge state;
  };
  std::vector<Row> rows = {};
  std::optional<Pager> pager = {};
  std::optional<Empty> empty = {};
};
[[nodiscard]] std::string roster_page(Shell const& shell, RosterView const& view);

}  // namespace ce::web
