#include "shared/grant/grant.h"

namespace ce::grant {
namespace {

constexpr std::string_view digits_in_order = "0123456789abcdef";

}  // namespace

std::optional<std::string> bytes_of_hex(std::string_view digits) {
  if (digits.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(digits.size() / 2);
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    auto const high = digits_in_order.find(digits[i]);
    auto const low = digits_in_order.find(digits[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes.push_back(static_cast<char>(high * 16 + low));
  }
  return bytes;
}

}  // namespace ce::grant
