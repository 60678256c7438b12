#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/secret.h"

namespace ce::protocol {

/// How a visit code stands in the QR code that a person shows to the kiosk: letters and digits only, which
/// every scanner types alike whatever its keyboard layout.
[[nodiscard]] std::string visit_code_text(SecretText const& code);

/// The code in what a scanner read; nothing where that is something else.
[[nodiscard]] std::optional<SecretText> visit_code_in(std::string_view scanned);

}  // namespace ce::protocol
