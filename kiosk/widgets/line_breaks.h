#pragma once

#include <string_view>

namespace ce::widgets {

/// Whether a line may end before text[at] (0 < at < size), after GB/T 15834's rules for punctuation at the
/// ends of lines; a number keeps its unit, a date and a word of the hall stay whole.
[[nodiscard]] bool may_break(std::u32string_view text, std::size_t at);

/// Whether a reader pauses there, so that no word or term is torn apart by a line that ends.
[[nodiscard]] bool is_pause(std::u32string_view text, std::size_t at);

/// Whether a sentence, or what stands for itself before a semicolon, ends there.
[[nodiscard]] bool ends_sentence(std::u32string_view text, std::size_t at);

/// Whether the left half of that mark's square is blank: at the beginning of a line it stands half a square
/// further left, as type is set.
[[nodiscard]] bool begins_blank(char32_t mark);

/// Whether two marks of punctuation that follow each other stand half a square closer, as type is set: each
/// of them is half blank, and both blanks together tear a hole into the line.
[[nodiscard]] bool share_blank(char32_t before, char32_t after);

}  // namespace ce::widgets
