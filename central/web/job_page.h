#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// Something long that a worker does: how far it is, then what came of it.
struct JobView {
  bool running = false;
  Badge state;
  std::string doing;  // heading while it runs: "正在登记"
  std::string bar;    // what the bar measures, for who cannot see it
  std::string lead;   // that the page may be left
  std::int64_t done = 0;
  std::int64_t all = 0;
  std::string told;
  std::string poll;            // address that answers with the progress as JSON
  std::string stop = {};       // address that stops it, empty where it cannot be stopped
  std::string stop_word = {};  // "停止登记"
  std::string resume = {};     // address that has it gone on with, empty unless it broke off
  std::string resume_lead = {};
  std::vector<Figure> figures;
  struct Row {
    std::string row;
    Badge fate;
    std::string said;
  };
  std::string row_head;
  bool numbered = true;  // rows are known by a number
  std::vector<Row> rows;
  std::string rows_told;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string job_page(Shell const& shell, JobView const& view);

}  // namespace ce::web
