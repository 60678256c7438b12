#pragma once

#include <string_view>

#include "shared/base/result.h"

namespace ce::issuing {

/// Whether these bytes are a picture that can stand for a seal: a whole PNG file (ISO/IEC 15948), at most 2
/// MB, 100 to 4000 pixels on each side, neither side more than twice the other, readable to its last pixel,
/// with a transparent ground (black text lies under it). Fails with file_refused, saying in Chinese what is
/// wrong.
[[nodiscard]] Result<void> check_seal(std::string_view bytes);

}  // namespace ce::issuing
