#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ce::qr {

/// The modules of a QR code (ISO/IEC 18004), level M, without the quiet zone: a value, made on any thread.
struct Code {
  int width = 0;           // modules on a side
  std::vector<bool> dark;  // row by row from the top

  [[nodiscard]] bool at(int row, int column) const {
    return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(column)];
  }
};

/// The standard's quiet zone, in modules.
inline constexpr int quiet_zone = 4;

/// What a scanner reads back byte for byte; nothing where the text is empty or longer than `most` bytes.
[[nodiscard]] std::optional<Code> encode(std::string const& text, std::size_t most = 300);

}  // namespace ce::qr
