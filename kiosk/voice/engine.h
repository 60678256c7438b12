#pragma once

#include <string>

#include "kiosk/ports/speaker.h"
#include "kiosk/voice/pcm.h"
#include "shared/base/result.h"

namespace ce::voice {

/// espeak-ng, which a process has once and one thread at a time may use. Opened by the first speak().
class Engine {
 public:
  /// Speaks piece by piece into `sink`, until the text's end or until that wants no more. Fails with
  /// internal_fault where the engine or its data cannot be used.
  Result<void> speak(std::string const& text, ports::Tongue tongue, Sink const& sink);
};

}  // namespace ce::voice
