#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// Approved online learning sites with their keys, and the form that lets one in.
struct SitesView {
  std::string key = {};  // just made, shown this once
  std::string key_of = {};
  std::vector<Field> fields;
  std::string told;
  struct Row {
    std::string href;
    std::string name;
    std::string region;
    std::string mark;  // the first digits of the key's hash
    std::string at;
    Badge state;
  };
  std::vector<Row> rows;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string sites_page(Shell const& shell, SitesView const& view);

}  // namespace ce::web
