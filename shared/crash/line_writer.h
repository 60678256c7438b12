#pragma once

#include <unistd.h>

#include <cstdint>
#include <string_view>

namespace ce::crash {

/// Writes text and numbers to a descriptor by nothing but write(2): good in a signal handler.
class LineWriter {
 public:
  explicit LineWriter(int descriptor) : descriptor_(descriptor) {}

  LineWriter& operator<<(std::string_view text) {
    while (!text.empty()) {
      auto const size = ::write(descriptor_, text.data(), text.size());
      if (size <= 0) break;
      text.remove_prefix(static_cast<std::size_t>(size));
    }
    return *this;
  }
  LineWriter& number(std::uint64_t value, unsigned base = 10) {
    char digits[20];
    char* first = digits + sizeof digits;
    do {
      *--first = "0123456789abcdef"[value % base];
      value /= base;
    } while (value != 0);
    return *this << std::string_view{first, static_cast<std::size_t>(digits + sizeof digits - first)};
  }

 private:
  int descriptor_;
};

}  // namespace ce::crash
