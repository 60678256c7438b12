#pragma once

#include <string>
#include <string_view>

namespace ce::store {

/// A step's text without the lines that begin with `mark`, which are another engine's. Private to this room.
[[nodiscard]] inline std::string without_lines(std::string_view sql, std::string_view mark) {
  std::string text;
  while (!sql.empty()) {
    auto const end = sql.find('\n');
    auto const line = sql.substr(0, end == std::string_view::npos ? sql.size() : end + 1);
    if (!line.starts_with(mark)) text += line;
    sql.remove_prefix(line.size());
  }
  return text;
}

}  // namespace ce::store
