#pragma once

#include <csignal>

namespace ce::service {

/// What asks a program to stop: SIGTERM and SIGINT.
[[nodiscard]] sigset_t stop_signals();

/// Keeps them from this thread and all that it starts from now on, for whoever waits for them, and ignores
/// SIGPIPE: who closes a connection must not end us. First thing in main().
void hold_stop_signals();

/// Blocks until the program is asked to stop.
void wait_for_stop();

}  // namespace ce::service
