#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ce {

/// UTF-8 to code points. Nothing if `text` is not well-formed UTF-8 (RFC 3629: no overlong forms,
/// no surrogates, nothing past U+10FFFF).
[[nodiscard]] std::optional<std::u32string> decode_utf8(std::string_view text);

/// Whether decode_utf8 would take it; without memory of its own.
[[nodiscard]] bool is_utf8(std::string_view text);

/// Code points to UTF-8; each must be a Unicode scalar value.
[[nodiscard]] std::string encode_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t code_point);

/// UTF-16LE bytes, as identity cards hold text, to UTF-8. Nothing for odd length or a lone surrogate.
[[nodiscard]] std::optional<std::string> utf16le_to_utf8(std::string_view bytes);

/// The beginning of UTF-8 text in at most `bytes` bytes, without a part of a character at its end.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t bytes);

/// Without ASCII blanks and U+3000 on the right, as card fields are padded.
[[nodiscard]] std::string trim_right(std::string_view text);

/// Lower-case hexadecimal of the bytes.
[[nodiscard]] std::string hex(std::string_view bytes);
/// The bytes that lower-case hexadecimal stands for; nothing where it is none.
[[nodiscard]] std::optional<std::string> bytes_of_hex(std::string_view digits);

}  // namespace ce
