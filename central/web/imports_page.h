#pragma once

#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// Registration or opening persons by file: the form, and the files that came before.
struct ImportsView {
  std::string action;   // where the form goes
  std::string heading;  // "上传登记表"
  std::string lead;
  std::string word;     // on the button
  std::string note;     // beside it
  std::string caption;  // of the files before
  std::string done;     // heading of what went well: "已登记"
  std::string left;     // and of what did not
  std::string none;     // where there are no files yet
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
