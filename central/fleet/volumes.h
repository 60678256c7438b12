#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "central/verification/rate_limit.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::fleet {

/// What a kiosk may ask for in an hour, some of it at once; see [kiosks] in config/central.toml.
struct VolumeLimits {
  std::int64_t persons_per_hour = 120;
  std::int64_t grants_per_hour = 120;
  std::int64_t look_ups_per_hour = 1200;  // of certificates, by number or token
};

/// Holds a kiosk up that asks for more persons, grants or certificates than visitors could: whoever has its
/// identity reads out no register. Kept by this process alone, as each serves a share of what is asked. Any
/// thread.
class Volumes {
 public:
  explicit Volumes(VolumeLimits const& limits);

  /// Fails with too_many_requests, saying which limit and what to do.
  [[nodiscard]] Result<void> admit_person(std::string_view kiosk, Tick now);
  [[nodiscard]] Result<void> admit_grant(std::string_view kiosk, Tick now);
  [[nodiscard]] Result<void> admit_look_up(std::string_view kiosk, Tick now);
  /// Those that were held up within the last quarter of an hour.
  [[nodiscard]] std::set<std::string> held_up(Tick now) const;

 private:
  [[nodiscard]] Result<void> admit(verification::RateLimit& limit, std::string_view kiosk, Tick now,
                                   std::string const& words);

  VolumeLimits limits_;
  verification::RateLimit persons_;
  verification::RateLimit grants_;
  verification::RateLimit look_ups_;
  mutable std::mutex mutex_;
  std::map<std::string, Tick, std::less<>> held_up_;
};

}  // namespace ce::fleet
