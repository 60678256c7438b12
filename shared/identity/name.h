#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::identity {

/// The longest name that is registered. The longest that a card of today holds has 46 characters.
inline constexpr std::size_t most_name_characters = 50;

/// Whether every character has its own place on screen and paper: well-formed UTF-8 without controls and
/// without invisible marks, among them those that turn the direction of text and so could forge what is read.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// The first character that is a private one (each maker of old systems drew his own there) or none by
/// itself: no font of another machine draws it, so it can stand neither on a screen nor on a certificate.
struct PrivateCharacter {
  std::size_t place = 0;  // from 1
  char32_t code = 0;
};
[[nodiscard]] std::optional<PrivateCharacter> private_character(std::string_view name);

/// A person's name as entered, without blanks at its ends. Fails with input_invalid, "name: " and a sentence
/// in Chinese, where it is empty, too long or not plain text. The failure does not tell the name.
[[nodiscard]] Result<std::string> checked_name(std::string_view entered);

}  // namespace ce::identity
