#include "kiosk/scanning/scan_line.h"

#include <utility>

#include "shared/base/text.h"

namespace ce::scanning {

void ScanLine::letter(char32_t letter, Tick now) {
  if (now - last_ > longest_pause) line_.clear();
  last_ = now;
  bool const scalar = letter <= 0x10FFFF && (letter < 0xD800 || letter > 0xDFFF);
  if (scalar && line_.size() < longest) append_utf8(line_, letter);
}

std::optional<std::string> ScanLine::enter(Tick now) {
  auto line = std::exchange(line_, {});
  if (line.empty() || now - last_ > longest_pause) return std::nullopt;
  return line;
}

}  // namespace ce::scanning
