#pragma once

#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// Registration by file: the form, and the files that came before.
struct ImportsView {
  std::vector<Field> fields;
  struct Job {
    std::string href;
    std::string name;
    std::string at;
    Badge state;
    std::string registered;
    std::string refused;
  };
  std::vector<Job> jobs;
};
[[nodiscard]] std::string imports_page(Shell const& shell, ImportsView const& view);

}  // namespace ce::web
