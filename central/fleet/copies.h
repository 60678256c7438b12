#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "central/audit/audit.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"

/// Whether one machine alone speaks for a kiosk: by the number that each of its reports has.
namespace ce::fleet {

/// What a report's number says.
enum class Heard : std::uint8_t {
  next,
  again,    // the same start of the program: sent twice, or overtaken on its way
  behind,   // another start told as many before: a copy of this machine, or an old copy of its disk
  nothing,  // neither this report nor one before it is counted
};

/// Pure. A report without a number after one with a number is behind.
[[nodiscard]] Heard heard(std::optional<protocol::Beat> const& held,
                          std::optional<protocol::Beat> const& told);

/// Takes a report's number within Store::write; where it is behind, the kiosk is cut off from the next
/// request on, with an entry in the chain of its region.
[[nodiscard]] Result<Heard> take_beat(storage::Database& database, audit::Author const& author,
                                      std::string_view kiosk, std::optional<protocol::Beat> const& told,
                                      Instant now);

/// Any number is taken next, and no alarm stands. Within Store::write.
[[nodiscard]] Result<void> forget_beats(storage::Database& database, std::string_view kiosk);

/// What a kiosk that is cut off is told.
[[nodiscard]] Failure cut_off();

/// What the operator found out about an alarm.
enum class Finding : std::uint8_t {
  restored,  // its disk was put back or exchanged: it serves on
  stolen,    // its identity ends; the machine that stays is enrolled again
};

/// Answers an alarm. Fails with record_unknown where none stands for that kiosk.
[[nodiscard]] Result<void> answer_alarm(store::Store& store, audit::Author const& by, std::string_view kiosk,
                                        Finding finding, Instant now);

}  // namespace ce::fleet
