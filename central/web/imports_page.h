#pragma once

#include <cstdint>
#include <optional>
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

/// One file: how far it is, then what became of its rows.
struct ImportJobView {
  bool running = false;
  Badge state;
  std::int64_t done = 0;
  std::int64_t all = 0;
  std::string told;
  std::string poll;  // address that answers with the progress as JSON
  std::string stop;  // address that stops it
  std::vector<Figure> figures;
  struct Row {
    std::string row;
    Badge fate;
    std::string said;
  };
  std::vector<Row> rows;
  std::string rows_told;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string import_job_page(Shell const& shell, ImportJobView const& view);

}  // namespace ce::web
