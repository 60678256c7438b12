#include "kiosk/staff_area/blank_text.h"

#include <algorithm>
#include <charconv>

namespace ce::staff_area {
namespace {

constexpr std::size_t least_digits = 4;
constexpr std::size_t most_digits = 12;
constexpr std::size_t longest_prefix = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<BlankText> parse_blank(std::string_view text) {
  auto const last_other = std::find_if_not(text.rbegin(), text.rend(), is_digit);
  auto const digits = static_cast<std::size_t>(last_other - text.rbegin());
  auto const prefix = text.substr(0, text.size() - digits);
  if (digits < least_digits || digits > most_digits || prefix.size() > longest_prefix) return std::nullopt;
  bool const plain =
      std::all_of(prefix.begin(), prefix.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
  if (!plain) return std::nullopt;
  BlankText blank{std::string{prefix}, static_cast<int>(digits), 0};
  auto const number = text.substr(prefix.size());
  std::from_chars(number.data(), number.data() + number.size(), blank.serial);
  if (blank.serial == 0) return std::nullopt;
  return blank;
}

bool is_run(BlankText const& first, BlankText const& last) {
  return first.prefix == last.prefix && first.digits == last.digits && first.serial <= last.serial;
}

}  // namespace ce::staff_area
