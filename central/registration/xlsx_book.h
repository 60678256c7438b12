#pragma once

#include <string>
#include <vector>

#include "central/registration/package.h"

namespace ce::registration {

/// Where the parts of a workbook are.
struct Book {
  std::string sheet;           // part of the first sheet that is not hidden
  std::string shared_strings;  // empty where it has none
  bool from_1904 = false;
};

[[nodiscard]] Result<Book> read_book(Package& package);

/// The texts that cells name by their place.
[[nodiscard]] Result<std::vector<std::string>> read_shared_strings(Package& package, std::string const& part);

}  // namespace ce::registration
