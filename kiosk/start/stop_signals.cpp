#include "kiosk/start/stop_signals.h"

#include <csignal>
#include <ctime>

namespace ce::start {
namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

void hold_stop_signals() {
  auto const set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  // A printer or central that closes a connection must not end the kiosk.
  std::signal(SIGPIPE, SIG_IGN);
}

StopWatch::StopWatch(std::function<void()> stop)
    : thread_([stop = std::move(stop)](std::stop_token const& ended) {
        auto const set = stop_signals();
        // Looks up now and then so that the program can also end by itself.
        timespec const nap{0, 200'000'000};
        while (!ended.stop_requested()) {
          if (sigtimedwait(&set, nullptr, &nap) > 0) return stop();
        }
      }) {}

}  // namespace ce::start
