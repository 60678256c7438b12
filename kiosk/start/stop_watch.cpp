#include "kiosk/start/stop_watch.h"

#include <ctime>

#include "shared/service/stop_signals.h"

namespace ce::start {

StopWatch::StopWatch(std::function<void()> stop)
    : thread_([stop = std::move(stop)](std::stop_token const& ended) {
        auto const set = service::stop_signals();
        // Looks up now and then so that the program can also end by itself.
        timespec const nap{0, 200'000'000};
        while (!ended.stop_requested()) {
          if (sigtimedwait(&set, nullptr, &nap) > 0) return stop();
        }
      }) {}

}  // namespace ce::start
