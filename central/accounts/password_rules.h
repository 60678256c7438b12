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

/// In digits: what the kiosk's keys can type and a person remembers.
inline constexpr std::size_t shortest_query_password = 8;
inline constexpr std::size_t longest_query_password = 20;

/// Whether `password` may become the query password of whoever has `id_number`: it is typed on the number
/// keys of a kiosk too. Fails with input_invalid, saying in Chinese what is asked: 8 to 20 digits, not one
/// digit over and over, not digits in a row, no part of the number that lies beside it on the card.
[[nodiscard]] Result<void> check_query_password(SecretText const& password, SecretText const& id_number);

/// ASCII letters in lower case; how logins are stored and compared.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace ce::accounts
