#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/scanning/scan_line.h"

namespace ce::scanning {

/// Adds what came over a serial line at `now` to `line`; the codes that ended in it (CR, LF or both), in
/// order, at most `most`: later ones are dropped. Control characters are not part of a code. Every code of
/// ours is ASCII, so that other bytes need no telling apart: each stands as U+FFFD.
[[nodiscard]] std::vector<std::string> take_codes(ScanLine& line, std::string_view bytes, Tick now,
                                                  std::size_t most);

}  // namespace ce::scanning
