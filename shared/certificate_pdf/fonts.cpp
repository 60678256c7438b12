#include "shared/certificate_pdf/fonts.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "shared/base/text.h"
#include "shared/certificate_pdf/faces.h"
#include "shared/certificate_pdf/stencils.h"

namespace ce::certificate_pdf {
namespace {

/// Codes for which a font's drawing is not the character meant: private use (every font has its own),
/// variation selectors and tags (drawn as boxes), signs for a lost, missing or described character.
bool stands_for_another(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000 || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xFFF0 && c <= 0xFFFF) || (c >= 0x2500 && c <= 0x25FF) || (c >= 0x2FF0 && c <= 0x2FFF) ||
         c == 0x3013 || c == 0x303E || c == 0x3164;
}

void open_all(std::vector<std::string> const& paths, std::vector<std::unique_ptr<Face>>& faces,
              std::string& missing) {
  for (auto const& path : paths) {
    if (auto face = Face::open(path)) {
      faces.push_back(std::move(face));
    } else {
      missing += (missing.empty() ? "" : ", ") + path;
    }
  }
}

Face const* find_in(std::vector<std::unique_ptr<Face>> const& faces, char32_t character) {
  auto const found =
      std::find_if(faces.begin(), faces.end(), [&](auto const& face) { return face->draws(character); });
  return found == faces.end() ? nullptr : found->get();
}

/// Punctuation, which the Arphic and BabelStone faces place as Taiwan does, but for 《》 and 〈〉.
bool is_mark(char32_t c) {
  return (c >= 0x3001 && c <= 0x3007) || (c >= 0x300C && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF0F) ||
         (c >= 0xFF1A && c <= 0xFF20) || c == 0xB7 || c == 0x2022 || c == 0x30FB;
}

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x24F) ||
         (c >= 0x1E00 && c <= 0x1EFF) || c == U' ' || c == U'-' || c == U'.' || c == U'\'' || c == 0x2019;
}

}  // namespace

FontPaths debian_font_paths() {
  std::string const root = "/usr/share/fonts/truetype/";
  std::string const babelstone = root + "babelstone/BabelStoneHan.ttf";
  std::string const hana_a = root + "hanazono/HanaMinA.ttf";
  std::string const hana_b = root + "hanazono/HanaMinB.ttf";
  std::string const wenkai = root + "lxgw-wenkai/LXGWWenKai-Regular.ttf";
  return {
      {babelstone, hana_a, hana_b, root + "arphic/uming.ttc"}, {root + "arphic/ukai.ttc", wenkai}, {wenkai}};
}

Face const* Fonts::Faces::find(Style style, char32_t character, Face const* wished) const {
  if (stands_for_another(character)) return nullptr;
  if (is_mark(character) || (style == Style::kai && is_latin(character))) {
    if (auto const* face = find_in(marks, character)) return face;
  }
  if (wished != nullptr && wished->draws(character)) return wished;
  auto const& first = style == Style::song ? song : kai;
  auto const& second = style == Style::song ? kai : song;
  auto const* face = find_in(first, character);
  return face != nullptr ? face : find_in(second, character);
}

Face const* Fonts::Faces::find_for_all(Style style, std::u32string_view text) const {
  auto const draws_rest = [&](Face const& face) {
    return std::all_of(text.begin(), text.end(),
                       [&](char32_t c) { return is_mark(c) || is_latin(c) || face.draws(c); });
  };
  for (auto const* chain : {style == Style::song ? &song : &kai, style == Style::song ? &kai : &song}) {
    for (auto const& face : *chain) {
      if (draws_rest(*face)) return face.get();
    }
  }
  return nullptr;
}

Fonts::Fonts(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::open(FontPaths const& paths) {
  auto faces = std::make_unique<Faces>();
  faces->stencils = std::make_shared<Stencils>();
  std::string missing;
  open_all(paths.song, faces->song, missing);
  open_all(paths.kai, faces->kai, missing);
  open_all(paths.marks, faces->marks, missing);
  if (!missing.empty()) {
    return Failure{FailureCode::font_missing, "not there or no TrueType font: " + missing +
                                                  "; install the font packages of packaging/apt-packages"};
  }
  if (faces->song.empty() || faces->kai.empty()) {
    return Failure{FailureCode::font_missing, "a Song and a Kai face are needed, at least one of each"};
  }
  return Fonts(std::move(faces));
}

Result<void> Fonts::covers(std::string_view text) const {
  auto const characters = decode_utf8(text);
  if (!characters) return Failure{FailureCode::name_not_covered, "the text is not well-formed UTF-8"};
  for (std::size_t i = 0; i < characters->size(); ++i) {
    char32_t const c = (*characters)[i];
    if (faces_->find(Style::kai, c) == nullptr) {
      // One code point tells nobody's name, and staff need it to find a font.
      std::array<char, 16> code{};
      std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(c));
      return Failure{FailureCode::name_not_covered,
                     "character " + std::to_string(i + 1) + " of " + std::to_string(characters->size()) +
                         ", " + code.data() + ", is drawn by none of the installed fonts"};
    }
  }
  return {};
}

}  // namespace ce::certificate_pdf
