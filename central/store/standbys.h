#pragma once

#include <atomic>
#include <optional>

#include "central/store/pool.h"
#include "central/store/pulse.h"
#include "central/store/standby_use.h"

namespace ce::store {

/// Connections to servers that follow the primary, for reads that may be a little old. Private to this room;
/// any thread.
class Standbys {
 public:
  /// `write` as Pulse takes it.
  Standbys(std::string const& location, int most, std::chrono::milliseconds oldest,
           std::function<Result<void>(Work const&)> write);

  /// Runs `work` on a state that is recent enough. Nothing where no standby could give one, or broke off:
  /// then the primary has to be asked, and `work` may have begun.
  [[nodiscard]] std::optional<Result<void>> read(Work const& work);
  [[nodiscard]] StandbyUse use() const;

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::int64_t unknown = -1;
  std::optional<Result<void>> read_one(Work const& work);
  Result<bool> read_once(Work const& work, Result<void>& outcome);

  std::chrono::milliseconds oldest_;
  Pool pool_;
  Pulse pulse_;
  std::atomic<std::uint64_t> answered_{};
  std::atomic<std::uint64_t> not_answered_{};
  std::atomic<std::int64_t> age_ms_{unknown};
  std::atomic<Clock::rep> not_before_ = Clock::time_point::min().time_since_epoch().count();
};

}  // namespace ce::store
