#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/toml.h"

namespace ce {

/// What is wrong with a TOML text, and where: line and column (in characters) from 1.
struct TomlFault {
  int line = 0;
  int column = 0;
  std::string what;

  /// "line 2, column 5: what", for those who say it in English.
  [[nodiscard]] std::string told() const;
};

struct TomlText {
  toml::table table;  // empty where there is a fault
  std::optional<TomlFault> fault;
};

/// The one way by which TOML is read (tests/include_rules sees to it). Any bytes may come. A character that
/// is neither ASCII nor within quotes or a comment, as Chinese keyboards type full-width quotes, commas and
/// blanks, is told as such: TOML has no place for one, but the library's words for it are of no help.
[[nodiscard]] TomlText read_toml(std::string_view text);

}  // namespace ce
