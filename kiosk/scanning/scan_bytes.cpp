#include "kiosk/scanning/scan_bytes.h"

#include <utility>

namespace ce::scanning {

std::vector<std::string> take_codes(ScanLine& line, std::string_view bytes, Tick now, std::size_t most) {
  std::vector<std::string> codes;
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte == '\r' || byte == '\n') {
      auto code = line.enter(now);
      if (code && codes.size() < most) codes.push_back(std::move(*code));
    } else if (byte >= 0x20 && byte != 0x7F) {
      line.letter(byte < 0x80 ? char32_t{byte} : U'\uFFFD', now);
    }
  }
  return codes;
}

}  // namespace ce::scanning
