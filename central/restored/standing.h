#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/store/store.h"
#include "shared/base/clock.h"

/// A store that was brought back from a backup: what it lost, and whether it issues again.
namespace ce::restored {

/// Numbers of one counter that are never given out, both ends included.
struct LostNumbers {
  std::string region;
  std::int64_t year = 0;  // 0: of a counter that runs through all years
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool printed = false;  // a kiosk told of the last one; else skipped to be sure
};

/// A sheet of a certificate that is not in the store.
struct LostPrint {
  std::string certificate;
  std::string kiosk;
  std::string blank_number;
  Instant requested;
  std::string outcome;      // protocol's word, empty while none was told
  std::string recorded_as;  // the certificate that took its place, else empty
};

struct Standing {
  std::optional<Instant> paused;     // nothing is issued since
  std::vector<std::string> unheard;  // kiosks that have not delivered everything since
  std::vector<LostNumbers> numbers;
  std::vector<LostPrint> prints;
};

/// Within the caller's read.
[[nodiscard]] Result<Standing> standing(storage::Database& database);

/// What the console's first page needs of it.
struct Brief {
  bool paused = false;
  std::int64_t unheard = 0;
  std::int64_t unrecorded = 0;  // sheets of certificates whose place nobody has filled yet
};
[[nodiscard]] Result<Brief> brief(storage::Database& database);

}  // namespace ce::restored
