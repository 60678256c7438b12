#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/secret.h"

namespace ce::staff {

/// A new code of a staff card: 160 bits from the operating system's random source, in capital hexadecimal.
[[nodiscard]] SecretText make_card_code();

/// How it stands in the card's QR code: with a lead of its own and a length of its own, so that no kiosk
/// takes it for a person's one-time code, a certificate's number or a certificate's code; letters and digits
/// only, which every scanner types alike.
[[nodiscard]] std::string card_code_text(SecretText const& code);

/// The code in what a scanner read; nothing where that is something else.
[[nodiscard]] std::optional<SecretText> card_code_in(std::string_view scanned);

}  // namespace ce::staff
