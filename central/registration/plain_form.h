#pragma once

#include <string>
#include <string_view>

namespace ce::registration {

/// What was typed without what nobody sees: blanks of every kind at the ends and a leading apostrophe (how
/// spreadsheets mark text) go, full-width letters, digits and signs become plain ones. Malformed UTF-8 comes
/// back as it is.
[[nodiscard]] std::string plain_form(std::string_view typed);

}  // namespace ce::registration
