#include "shared/token/base32.h"

#include <cstdint>

namespace ce::token {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t group_bytes = 5;
constexpr std::size_t group_characters = 8;

}  // namespace

std::string base32(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() / group_bytes * group_characters);
  for (std::size_t from = 0; from + group_bytes <= bytes.size(); from += group_bytes) {
    std::uint64_t group = 0;
    for (auto const byte : bytes.substr(from, group_bytes))
      group = group << 8U | static_cast<unsigned char>(byte);
    for (std::size_t left = group_characters; left > 0; --left) {
      text.push_back(alphabet[group >> (5 * (left - 1)) & 31U]);
    }
  }
  return text;
}

std::optional<std::string> bytes_of_base32(std::string_view text) {
  if (text.size() % group_characters != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / group_characters * group_bytes);
  for (std::size_t from = 0; from < text.size(); from += group_characters) {
    std::uint64_t group = 0;
    for (auto const character : text.substr(from, group_characters)) {
      auto const value = alphabet.find(character);
      if (value == std::string_view::npos) return std::nullopt;
      group = group << 5U | value;
    }
    for (std::size_t left = group_bytes; left > 0; --left) {
      bytes.push_back(static_cast<char>(group >> (8 * (left - 1))));
    }
  }
  return bytes;
}

}  // namespace ce::token
