#pragma once

namespace ce::window {

/// Whether this process may run what it wrote. Drivers of OpenGL that compile for the processor end the
/// program where a service forbids it (MemoryDenyWriteExecute=). Any thread.
[[nodiscard]] bool may_run_written_code();

}  // namespace ce::window
