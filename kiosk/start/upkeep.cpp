#include "kiosk/start/upkeep.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace ce::start {
namespace {

constexpr std::chrono::hours drop_every{6};

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
    auto const dropped = stores_.journal->drop_delivered(stores_.delivered_days);
    if (!dropped) note("journal", dropped.failure());
    wake.wait_for(lock, stopping, drop_every, [] { return false; });
  }
}

}  // namespace ce::start
