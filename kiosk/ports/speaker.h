#pragma once

#include <cstdint>
#include <string>

namespace ce::ports {

enum class Tongue : std::uint8_t { mandarin, english };

/// One thing to be said.
struct Utterance {
  std::string recording;  // the name of a recorded file that says the same; empty: there is none
  std::string text;
  Tongue tongue = Tongue::mandarin;
  int volume = 5;  // 1-5
};

/// A voice in the hall or in a headset. No call waits; the interface thread makes them.
class Speaker {
 public:
  virtual ~Speaker() = default;
  /// Says this now, in the place of whatever is being said.
  virtual void say(Utterance utterance) = 0;
  /// Falls silent within a tenth of a second.
  virtual void stop() = 0;
  [[nodiscard]] virtual bool busy() const = 0;
  /// Whether there is anything to speak with; any thread.
  [[nodiscard]] virtual bool fitted() const = 0;
};

}  // namespace ce::ports
