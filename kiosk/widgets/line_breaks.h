#pragma once

#include <string_view>

namespace ce::widgets {

/// Whether a line may end before text[at] (0 < at < size), after GB/T 15834's rules for punctuation at the
/// ends of lines.
[[nodiscard]] bool may_break(std::u32string_view text, std::size_t at);

}  // namespace ce::widgets
