#pragma once

#include <string_view>
#include <variant>

#include "shared/token/fault.h"
#include "shared/token/token.h"

namespace ce::token {

/// The longest text that is looked at: an address and a token.
inline constexpr std::size_t longest_scanned = 512;

/// The token in what a scanner read: a token, or an address that ends with one. Whatever is not exactly a
/// token is refused; nothing is said yet of its signature.
[[nodiscard]] std::variant<Token, Fault> read(std::string_view scanned);

}  // namespace ce::token
