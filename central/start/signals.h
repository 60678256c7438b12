#pragma once

namespace ce::central {

/// Keeps SIGTERM and SIGINT for wait_for_stop(), in this thread and all that it starts from now on, and
/// ignores SIGPIPE. First thing in main().
void hold_stop_signals();

/// Blocks until the program is asked to stop.
void wait_for_stop();

}  // namespace ce::central
