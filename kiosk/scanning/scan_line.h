#pragma once

#include <optional>
#include <string>

#include "shared/base/clock.h"

namespace ce::scanning {

/// Codes that wait at most: nobody reads them faster than they are taken, only a flood does.
inline constexpr std::size_t most_waiting = 8;

/// What a barcode scanner types: it sends a code's characters within milliseconds, as a keyboard or as
/// bytes, and ends it with Enter. Letters that came long before belong to something else.
class ScanLine {
 public:
  static constexpr std::size_t longest = 4096;  // bytes; whoever reads the line says what is too long
  static constexpr std::chrono::milliseconds longest_pause{500};

  void letter(char32_t letter, Tick now);
  /// The line that ends here; nothing where there is none.
  [[nodiscard]] std::optional<std::string> enter(Tick now);

 private:
  std::string line_;
  Tick last_{};
};

}  // namespace ce::scanning
