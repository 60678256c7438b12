#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Base32 (RFC 4648) of whole groups of five bytes, so without padding and spare bits. Private to this room.
namespace ce::token {

/// The size of `bytes` is a multiple of 5.
[[nodiscard]] std::string base32(std::string_view bytes);
/// Nothing where the size is no multiple of 8 or a character is none of A-Z and 2-7.
[[nodiscard]] std::optional<std::string> bytes_of_base32(std::string_view text);

}  // namespace ce::token
