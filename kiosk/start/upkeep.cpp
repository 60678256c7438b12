#include "kiosk/start/upkeep.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace ce::start {
namespace {

constexpr std::chrono::hours drop_every{6};
constexpr std::chrono::minutes until_time_is_known{1};

}  // namespace

void Upkeep::start() {
  thread_ = std::jthread{[this](std::stop_token const& stopping) { run(stopping); }};
}

void Upkeep::note(char const* store, Result<void> const& done) const {
  if (!done) {
    stores_.logger->event(log::Event::failure, {{"where", store}, {"why", describe(done.failure())}});
  }
}

void Upkeep::run(std::stop_token const& stopping) const {
  note("journal", stores_.journal->examine());
  note("cache", stores_.seen->examine());
  note("region", stores_.region->examine());
  note("seals", stores_.seals->examine());
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock{mutex};
  while (!stopping.stop_requested()) {
    // By a machine's clock that is years ahead all of it would be old.
    bool const known = stores_.clock->is_confirmed();
    if (known) {
      auto const dropped = stores_.journal->drop_delivered(stores_.delivered_days);
      if (!dropped) note("journal", dropped.failure());
      log::drop_old(stores_.log, stores_.clock->now());
    }
    auto const pause = known ? std::chrono::minutes{drop_every} : until_time_is_known;
    wake.wait_for(lock, stopping, pause, [] { return false; });
  }
}

}  // namespace ce::start
