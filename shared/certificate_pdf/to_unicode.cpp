#include "shared/certificate_pdf/to_unicode.h"

#include <algorithm>

#include "shared/base/text.h"
#include "shared/certificate_pdf/glyf.h"

namespace ce::certificate_pdf {

std::string to_utf16be(std::u32string_view text) {
  std::string out;
  for (char32_t const character : text) {
    auto const code = static_cast<std::uint32_t>(character);
    if (code >= 0x10000) {
      append_u16(out, 0xD800 + ((code - 0x10000) >> 10));
      append_u16(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      append_u16(out, code);
    }
  }
  return out;
}

std::string to_unicode_map(std::u32string_view characters) {
  constexpr std::size_t rows_per_section = 100;  // the most that a section may hold
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t from = 1; from < characters.size(); from += rows_per_section) {
    std::size_t const to = std::min(characters.size(), from + rows_per_section);
    map += std::to_string(to - from) + " beginbfchar\n";
    for (std::size_t id = from; id < to; ++id) {
      std::string glyph;
      append_u16(glyph, static_cast<std::uint32_t>(id));
      map += "<" + hex(glyph) + "> <" + hex(to_utf16be(characters.substr(id, 1))) + ">\n";
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace ce::certificate_pdf
