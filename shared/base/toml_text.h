#pragma once

#include <optional>
#include <string_view>

namespace ce {

/// The line (from 1) of the first character of a TOML text that is neither ASCII nor within quotes or a
/// comment: a full-width quote, comma or blank, as Chinese keyboards type them. TOML has no place for one,
/// and toml++ 3.3 does not survive it. Nor does it one that follows a backslash, which counts as well.
[[nodiscard]] std::optional<int> stray_character_line(std::string_view toml);

/// What to write instead.
inline constexpr auto stray_character_words =
    "引号外面有全角字符（如全角的引号、逗号、等号或空格），请改用半角；反斜杠后面也不能接这样的字符";

}  // namespace ce
