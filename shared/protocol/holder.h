#pragma once

#include <string>
#include <string_view>

namespace ce::protocol {

/// What the delta calls a person: SHA-256 over "ce-holder-1" and the canonical identity number, in lower-case
/// hexadecimal. Whoever holds the card can make it. It is a name and no seal: numbers are few enough to try.
[[nodiscard]] std::string holder_of(std::string_view id_number);

}  // namespace ce::protocol
