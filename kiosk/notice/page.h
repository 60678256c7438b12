#pragma once

#include <string>
#include <vector>

namespace ce::notice {

/// How a line stands on the page.
enum class Style { title, words, staff, reason };

struct Line {
  Style style = Style::words;
  std::string text;
};

/// What visitors and staff are told while the kiosk cannot be started. `reason`: why, for the operator,
/// without personal data; empty where nobody knows. `minutes`: until it tries again.
[[nodiscard]] std::vector<Line> page(std::string const& reason, int minutes);

/// The word on the key by which it tries at once.
inline constexpr auto retry_word = "立即再试";

}  // namespace ce::notice
