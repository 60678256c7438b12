#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/cache/cache.h"
#include "kiosk/cache/region_copy.h"
#include "kiosk/ports/central.h"
#include "kiosk/sync/backoff.h"
#include "kiosk/sync/key_shelf.h"
#include "kiosk/sync/region_pull.h"
#include "kiosk/sync/seal_pull.h"
#include "shared/log/log.h"

namespace ce::sync {

/// Keeps this kiosk in step with central on a thread and a connection of its own, so that a long snapshot
/// delays neither a visitor nor a delivery: what proves things, what central sets, pictures of seals, the
/// region's copy; and tends the keys of the caches. Everything is borrowed and outlives it.
class DeltaKeeper {
 public:
  struct Parts {
    ports::Central* central = nullptr;
    KeyShelf* shelf = nullptr;
    cache::Cache* seen = nullptr;
    cache::RegionCopy* region = nullptr;
    cache::SealBook* seals = nullptr;
    log::Logger const* logger = nullptr;
    std::filesystem::path cache_key;
    cache::Limits own_limits;  // of this kiosk's own configuration, which central can only tighten
    protocol::CachePolicy own_policy = protocol::CachePolicy::region;
    std::chrono::milliseconds every{list_is_due_after};
    /// After a failure: doubling from the one to the other, or what central asked for where that is longer.
    std::chrono::milliseconds first_pause{30'000};
    std::chrono::milliseconds longest_pause{list_is_due_after};
    /// Breaks off the call that is under way when the keeper is to stop: one may take minutes. Any thread.
    std::function<void()> give_up = [] {};
    /// The region's copy reached its limit at so many bytes; once, on the keeper's thread.
    std::function<void(std::int64_t bytes)> region_full = [](std::int64_t) {};
    /// What central set is another than before; on the keeper's thread. Nothing of a visit may change by it.
    std::function<void()> news = [] {};
  };
  explicit DeltaKeeper(Parts parts);
  ~DeltaKeeper() { stop(); }
  DeltaKeeper(DeltaKeeper const&) = delete;
  DeltaKeeper& operator=(DeltaKeeper const&) = delete;

  void start();
  /// Gives up the present call, joins. Not to be started again.
  void stop();
  /// Central answered at `central_now`, by its own clock. Any thread; never blocks.
  void heard(Instant central_now);

  /// One round on the calling thread, as heard() has it made; central is left alone during a pause.
  void round(
      Instant central_now, std::function<bool()> const& stop = [] { return false; });

 private:
  void run(std::stop_token const& stopping);
  bool pull(Instant central_now, std::function<bool()> const& stop);
  void keep_policy();
  Result<void> empty_region();
  Result<void> pull_people(Instant central_now, std::function<bool()> const& stop);
  void tend_keys(std::function<bool()> const& stop);
  void note(std::string_view what, Result<void> const& done) const;

  Parts parts_;
  SealPull seal_pull_;
  Backoff backoff_;
  std::chrono::steady_clock::time_point not_before_{};
  std::optional<Instant> refreshed_;
  std::optional<protocol::ConfigChange> config_;
  std::optional<std::string> words_;
  bool policy_kept_ = false;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Instant> heard_;
  std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace ce::sync
