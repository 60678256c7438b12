#pragma once

#include <cstdint>
#include <optional>

#include "shared/base/date.h"

namespace ce::protocol {

/// What is true of a certificate number that central has forgotten, because it was brought back from a backup
/// that is older than the certificate: it is never given to anybody else.
enum class LostState : std::uint8_t {
  set_aside,  // it may have been given out; no sheet is known
  printed,    // a kiosk told of a sheet; the authority is looking into it
  replaced,   // its holder was given another certificate since
};

/// What may be told of it by number alone.
struct LostNumber {
  LostState state = LostState::set_aside;
  std::optional<Date>
      printed_on;  // of the first sheet that a kiosk told of, in China; always there if printed
  bool operator==(LostNumber const&) const = default;
};

}  // namespace ce::protocol
