#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "central/store/store.h"

/// What is wrong in the halls and for how long: rows with a beginning and an end, told by webhook.
namespace ce::alarms {

enum class Kind : std::uint8_t {
  silent,       // not heard of in opening hours
  unresolved,   // prints whose outcome staff must settle
  paper,        // the printer is out of paper, or the numbers are used up
  toner,        // the printer is out of toner
  copied,       // another machine spoke for it, or its disk is an old copy: it is cut off or suspect
  volume,       // it asked for more persons or grants than a kiosk needs, and was held up
  certificate,  // its certificate ends soon and was not renewed
  two_places,   // its identity speaks from two addresses in turn
  toner_low,    // it prints on; somebody has to bring a cartridge
  paper_low,    // in the tray
  blanks_low,   // numbered blanks, by the kiosk's own configuration
  ungranted,    // it reported a print that no grant of its own allowed
};
inline constexpr std::size_t kind_count = 12;
/// "silent", as rows and messages have it.
[[nodiscard]] std::string_view word_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_named(std::string_view word);
/// "终端失联", for people.
[[nodiscard]] std::string_view chinese_of(Kind kind);

struct Alarm {
  std::string id;
  std::string kiosk;
  std::string region;
  std::string hall;
  Kind kind = Kind::silent;
  std::string detail;  // for people; no personal data
  Instant begun;
  std::optional<Instant> ended = {};
};

/// When something is an alarm; see [alarms] in config/central.toml.
struct Limits {
  std::int64_t silent_minutes = 10;
  std::int64_t certificate_days = 7;
};

/// Kiosks as this process found them lately, which the store does not know.
struct Noticed {
  std::set<std::string> held_up = {};     // by their volume limits
  std::set<std::string> two_places = {};  // heard from two addresses in turn
};

/// What is wrong with one kiosk just now.
struct Trouble {
  Kind kind = Kind::silent;
  std::string detail;
};

/// As the kiosk says it has them: values of the items "hours" (empty: open always) and "holidays".
struct Opening {
  std::vector<std::string> hours;
  std::vector<std::string>
      holidays;  // "closed" or "working", then days: "2026-10-10", "2026-10-01/2026-10-07"
};

/// Pure. Whoever was never heard of is not missed. `held_up`, `two_places`: as Noticed. `silent_already`: it
/// is known to be; then closing time does not end it. `practising`: since then staff practise on it, which
/// central hears nothing of.
struct Seen {
  store::KioskLine const& line;
  Opening const& opening;
  bool held_up = false;
  bool two_places = false;
  bool silent_already = false;
  std::optional<Instant> practising = {};
};
[[nodiscard]] std::vector<Trouble> troubles_of(Seen const& seen, Limits const& limits, Instant now);

/// Whether a hall that opens so is open.
[[nodiscard]] bool is_open(Opening const& opening, Instant now);

/// Those that stand, the newest first, and after them those that ended, at most `most_ended`.
[[nodiscard]] Result<std::vector<Alarm>> listed(store::Store const& store, store::RegionScope const& scope,
                                                std::size_t most_ended);

}  // namespace ce::alarms
