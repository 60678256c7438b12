#pragma once

#include <string>
#include <string_view>

namespace ce::certificate_pdf {

/// UTF-16 in the byte order of PDF, characters past U+FFFF as surrogate pairs.
[[nodiscard]] std::string to_utf16be(std::u32string_view text);

/// The CMap (ISO 32000-1, 9.10.3) by which readers turn glyph ids back into characters; index = glyph id,
/// id 0 is left out.
[[nodiscard]] std::string to_unicode_map(std::u32string_view characters);

}  // namespace ce::certificate_pdf
