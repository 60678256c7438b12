#pragma once

#include <chrono>
#include <optional>

#include "kiosk/drivers/card_reader/frame.h"
#include "kiosk/drivers/card_reader/sam.h"
#include "kiosk/drivers/serial/serial_port.h"

namespace ce::drivers {

/// How long a reader is waited for.
struct SamPatience {
  std::chrono::milliseconds answer{800};  // silence before the first byte; reading a card takes about 500
  std::chrono::milliseconds gap{150};     // silence inside a frame: the rest will not come
};

/// Question and answer with one SAM. One thread.
class SamDialogue {
 public:
  SamDialogue(SerialPort port, unsigned baud, SamPatience patience);

  /// Sends `command` and gives the whole reply that can belong to it; noise and older replies are passed
  /// over. Fails with reader_absent (unplugged), reader_fault (no answer) or card_unreadable (an
  /// answer came cut or damaged; asking again can help).
  Result<SamReply> ask(SamCommand command);

  [[nodiscard]] std::string const& device() const { return port_.device(); }

 private:
  std::optional<SamReply> take_reply(SamCommand command, bool& damaged);

  SerialPort port_;
  FrameDecoder decoder_;
  SamPatience patience_;
  std::chrono::milliseconds transfer_;  // the longest reply at this baud rate, and a quarter
};

}  // namespace ce::drivers
