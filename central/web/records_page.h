#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// A person's records and where each stands.
struct RecordsView {
  std::string told;
  struct Record {
    std::string href;
    std::string content;
    Badge state;
    std::string sentence;
  };
  std::vector<Record> records;
  std::optional<Empty> empty;
};

[[nodiscard]] std::string records_page(Shell const& shell, RecordsView const& view);

}  // namespace ce::web
