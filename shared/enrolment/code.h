#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/secret.h"

/// What a kiosk is enrolled by: a short code from central's operator, and what each side proves with it.
namespace ce::enrolment {

/// Symbols of a code: 50 random bits.
inline constexpr std::size_t code_length = 10;

/// A code as it is typed: capitals and digits of Crockford's Base32, no I, L, O and U. From the operating
/// system's random source.
[[nodiscard]] SecretText make_code();

/// "7K3MQ-2VX9R", for eyes.
[[nodiscard]] std::string shown(SecretText const& code);

/// The code in what was typed: hyphens and blanks fall away, small letters count as capitals, O as 0, I and L
/// as 1. Nothing where that is no code.
[[nodiscard]] std::optional<SecretText> code_in(std::string_view typed);

}  // namespace ce::enrolment
