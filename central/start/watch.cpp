#include "central/start/watch.h"

#include <algorithm>

#include "shared/service/service.h"

namespace ce::central {
namespace {

constexpr std::chrono::milliseconds between_writes{10'000};

}  // namespace

Watch::Watch(http::Server const& server, store::Store& store, log::Logger const& log, Limits limits)
    : store_(store), watchdog_(log) {
  std::vector<service::Watchdog::Member> members;
  for (auto const* pulse : server.pulses()) members.push_back({"an I/O thread", pulse, limits.serving});
  if (!store.on_server()) members.push_back({"the store's writing", &written_, limits.writing});
  watchdog_.watch(std::move(members));
  // Without a manager nobody is told; then nothing is written for its sake either.
  watchdog_.tell(Tick::clock::now());
  if (!watchdog_.due()) return;
  telling_ = std::jthread{[this](std::stop_token const& stopping) { tell(stopping); }};
  if (!store.on_server()) {
    writing_ = std::jthread{[this](std::stop_token const& stopping) { write(stopping); }};
  }
}

Watch::~Watch() {
  service::stopping();
}

void Watch::tell(std::stop_token const& stopping) {
  for (;;) {
    auto const wait = std::chrono::ceil<std::chrono::milliseconds>(*watchdog_.due() - Tick::clock::now());
    if (!rest(stopping, std::max(wait, std::chrono::milliseconds{100}))) return;
    watchdog_.tell(Tick::clock::now());
  }
}

void Watch::write(std::stop_token const& stopping) {
  do {
    written_.beat();
    // What it fails with is for those who write something; that it returns is what counts.
    (void)store_.write([](storage::Database&) -> Result<void> { return {}; });
  } while (rest(stopping, between_writes));
}

bool Watch::rest(std::stop_token const& stopping, std::chrono::milliseconds time) {
  std::unique_lock lock{mutex_};
  (void)stopped_.wait_for(lock, stopping, time, [] { return false; });
  return !stopping.stop_requested();
}

}  // namespace ce::central
