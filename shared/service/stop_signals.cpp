#include "shared/service/stop_signals.h"

namespace ce::service {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

void hold_stop_signals() {
  auto const set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

void wait_for_stop() {
  auto const set = stop_signals();
  int received = 0;
  sigwait(&set, &received);
}

}  // namespace ce::service
