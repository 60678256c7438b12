#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::accounts {

/// In characters.
inline constexpr std::size_t shortest_password = 10;
inline constexpr std::size_t longest_password = 64;

/// Whether `password` may become that of `login`. Fails with input_invalid, saying in Chinese what is asked:
/// 10 to 64 characters, not the login, not one character over and over, none of the passwords tried first.
/// No demands on kinds of characters: they make passwords that people write down.
[[nodiscard]] Result<void> check_password(SecretText const& password, std::string_view login);

/// ASCII letters in lower case; how logins are stored and compared.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace ce::accounts
