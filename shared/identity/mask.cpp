#include "shared/identity/mask.h"

#include <algorithm>

#include "shared/base/text.h"

namespace ce::identity {
namespace {

constexpr std::size_t shown_left = 3;
constexpr std::size_t shown_right = 4;
constexpr std::size_t least_shown_length = 8;

bool is_latin(char32_t c) {
  // Basic Latin letters to Latin Extended-B, as on foreigners' cards.
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x24F);
}

std::u32string mask_words(std::u32string name) {
  bool first = true;
  for (char32_t& c : name) {
    bool const blank = c == U' ';
    if (!blank && !first) c = U'*';
    first = blank;
  }
  return name;
}

}  // namespace

std::string mask_name(std::string_view name) {
  auto decoded = decode_utf8(name);
  if (!decoded) return std::string(name.size(), '*');
  std::u32string& text = *decoded;
  bool const latin = std::any_of(text.begin(), text.end(), is_latin) &&
                     std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x2E80; });
  if (latin && text.size() > 1) return encode_utf8(mask_words(std::move(text)));
  std::size_t const hidden = text.size() > 1 ? text.size() - 1 : text.size();
  std::fill_n(text.begin(), hidden, U'*');
  return encode_utf8(text);
}

std::string mask_id_number(std::string_view number) {
  auto decoded = decode_utf8(number);
  if (!decoded) return std::string(number.size(), '*');
  std::u32string& text = *decoded;
  std::size_t const length = text.size();
  bool const all = length < least_shown_length;
  for (std::size_t i = 0; i < length; ++i) {
    if (all || (i >= shown_left && i < length - shown_right)) text[i] = U'*';
  }
  return encode_utf8(text);
}

}  // namespace ce::identity
