#include "shared/qr/qr.h"

#include <qrencode.h>

#include <memory>

namespace ce::qr {

std::optional<Code> encode(std::string const& text, std::size_t most) {
  if (text.empty() || text.size() > most) return std::nullopt;
  std::unique_ptr<QRcode, decltype(&QRcode_free)> const made(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!made) return std::nullopt;
  Code code;
  code.width = made->width;
  auto const modules = static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width);
  for (std::size_t i = 0; i < modules; ++i) code.dark.push_back((made->data[i] & 1) != 0);
  return code;
}

}  // namespace ce::qr
