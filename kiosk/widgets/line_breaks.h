#pragma once

#include <string_view>

namespace ce::widgets {

/// Whether a line may end before text[at] (0 < at < size), after GB/T 15834's rules for punctuation at the
/// ends of lines; a number keeps its unit.
[[nodiscard]] bool may_break(std::u32string_view text, std::size_t at);

/// Whether a reader pauses there, so that no word or term is torn apart by a line that ends.
[[nodiscard]] bool is_pause(std::u32string_view text, std::size_t at);

}  // namespace ce::widgets
