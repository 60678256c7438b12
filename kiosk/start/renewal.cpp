#include "kiosk/start/renewal.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace ce::start {
namespace {

// Two thirds of a certificate's life are 60 days: an hour is often enough to find a short time with network.
constexpr std::chrono::hours look_every{1};

}  // namespace

Renewal::Renewal(kiosk_identity::Files files, tpm::Use use, drivers::HttpCentral& central, Clock const& clock,
                 log::Logger const& logger)
    : files_(std::move(files)), use_(use), central_(&central), clock_(&clock), logger_(&logger) {}

void Renewal::start() {
  thread_ = std::jthread{[this](std::stop_token const& stopping) { run(stopping); }};
}

void Renewal::run(std::stop_token const& stopping) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock{mutex};
  while (!stopping.stop_requested()) {
    auto const done = kiosk_identity::renew_if_due(
        files_, use_, clock_->now(), [this](auto const& request) { return central_->renew(request); });
    if (!done) {
      logger_->event(log::Event::failure, {{"where", "renewal"}, {"why", describe(done.failure())}});
    } else if (*done) {
      logger_->event(log::Event::config_loaded, {{"from", "central"}, {"item", "certificate"}});
    }
    wake.wait_for(lock, stopping, look_every, [] { return false; });
  }
}

}  // namespace ce::start
