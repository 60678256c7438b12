#pragma once

#include <cstdint>

#include "kiosk/session/state.h"

namespace ce::present {

/// Whether a certificate that may be printed can be printed at this kiosk at this moment. What decides in the
/// end is the grant at the press of 打印 (kiosk/sync's GrantDesk); this only keeps a promise from being made.
enum class Printable : std::uint8_t {
  no,           // not by its state
  now,          // central answers
  by_grant,     // central does not; the grant that came with the query is still good
  when_online,  // central does not, and there is no grant that is good
};

/// `now` is this machine's clock, compared with a grant's end by central's: within the slack both allow.
[[nodiscard]] Printable printable(session::Surroundings const& around, protocol::CertificateLine const& line,
                                  Instant now);

}  // namespace ce::present
