#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ce::test {

/// What happens to a session at one byte of what goes to central (up) or comes back (down).
enum class Mischief : std::uint8_t {
  none,
  cut_up,         // central gets the bytes before it, then both ends are reset
  truncate_up,    // the same, but central sees an orderly end
  delay_up,       // the rest comes later
  stall_up,       // the rest never comes; the kiosk has to give up
  replay_up,      // the whole request arrives a second time, after its answer
  late_up,        // lost for the kiosk; arrives after the next request
  double_up,      // the bytes before it come twice (where the proxy cannot read what passes, as the next one)
  swap_up,        // the bytes before and behind it change places
  cut_down,       // the kiosk gets the bytes before it, then a reset
  truncate_down,  // the same, but an orderly end
  delay_down,
  stall_down,
  double_down,  // the bytes before it come twice
  swap_down,    // the bytes before and behind it change places
  stale_down,   // the answer to an earlier question of the same kind
  // Central itself answers so; the byte says to which request.
  status_500,
  status_429,
  status_503,
  other_version,
  other_type,
  none_such,  // for loops
};

[[nodiscard]] std::string_view name_of(Mischief mischief);
[[nodiscard]] bool goes_down(Mischief mischief);
[[nodiscard]] bool is_answer(Mischief mischief);
/// Whether it strikes a request or its answer as a whole, so that the byte says no more than which.
[[nodiscard]] bool is_whole(Mischief mischief);
/// Whether it can befall what the proxy can read, or cannot, as under TLS.
[[nodiscard]] bool befalls(Mischief mischief, bool readable);
/// Whether the kiosk's own time limit ends it.
[[nodiscard]] bool is_stall(Mischief mischief);

/// Central's answer as it comes back under one that is_answer().
[[nodiscard]] std::string made_up(Mischief mischief, std::string answer);
/// The request without leave to pack the answer: a packed one shows no version to change.
[[nodiscard]] std::string unpacked_asked(std::string request);

}  // namespace ce::test
