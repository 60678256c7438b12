#include <algorithm>

#include "shared/log/log.h"

namespace ce::log {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string redact(std::string_view text) {
  std::string out{text};
  for (std::size_t i = 0; i < out.size();) {
    if (!is_digit(out[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < out.size() && is_digit(out[end])) ++end;
    auto const digits = end - i;
    bool const check_x = digits == 17 && end < out.size() && (out[end] == 'X' || out[end] == 'x');
    if (digits == 15 || digits == 17 || digits == 18) {
      std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(i), digits + (check_x ? 1 : 0), '*');
    }
    i = end;
  }
  return out;
}

}  // namespace ce::log
