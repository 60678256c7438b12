#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::registration {

/// What was typed without what nobody sees: blanks of every kind at the ends and a leading apostrophe (how
/// spreadsheets mark text) go, full-width letters, digits and signs become plain ones. Malformed UTF-8 comes
/// back as it is.
[[nodiscard]] std::string plain_form(std::string_view typed);

/// The longest reason, in characters.
inline constexpr std::size_t most_reason_characters = 500;

/// Why somebody decided so, as typed, in plain form; may be empty. Fails with input_invalid (Chinese) for
/// line ends, controls and invisible marks, and where it is too long.
[[nodiscard]] Result<std::string> checked_reason(std::string_view typed);

}  // namespace ce::registration
