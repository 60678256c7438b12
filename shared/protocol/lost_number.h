#pragma once

#include <optional>
#include <string>

#include "shared/base/date.h"
#include "shared/protocol/messages.h"

namespace ce::protocol {

/// A certificate number that central has forgotten, because it was brought back from a backup that is older
/// than the certificate: never given to anybody else, and what may be told of it by number alone.
struct LostNumber {
  std::optional<Date>
      printed_on;         // of the first sheet that a kiosk told of, in China; nothing: no sheet is known
  bool replaced = false;  // its holder was given another certificate since
  bool operator==(LostNumber const&) const = default;
};

/// "set_aside", "printed" or "replaced".
[[nodiscard]] std::string_view word_of(LostNumber const& lost);

/// The answer to a number with what is known of a lost one: its state stays `unknown`, for whoever reads that
/// alone.
[[nodiscard]] std::string write(Verification const& verification, std::optional<LostNumber> const& lost);

}  // namespace ce::protocol
