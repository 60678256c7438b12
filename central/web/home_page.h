#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/charts.h"
#include "central/web/kiosks_page.h"
#include "central/web/shell.h"

namespace ce::web {

/// Something that asks to be done.
struct Todo {
  Badge badge;
  std::string href;  // empty: there is nothing to be opened
  std::string headline;
  std::string advice;
};

/// Where somebody begins: what waits, how things stand.
struct HomeView {
  std::vector<Todo> todos;
  std::vector<Figure> figures;
  /// Side by side on a broad screen.
  struct Side {
    std::vector<Columns> columns;
    std::vector<Bars> bars;
  };
  Side left;
  Side right;
  std::vector<KioskRow> kiosks;
  std::string kiosks_told;
  std::optional<Empty> empty;
};

[[nodiscard]] std::string home_page(Shell const& shell, HomeView const& view);

}  // namespace ce::web
