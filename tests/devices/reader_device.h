#pragma once

#include <optional>
#include <string>

#include "tests/devices/wire.h"

namespace ce::devices {

/// How a real SAM behaves towards the card on it. After one read `find` answers "no card" until the card is
/// lifted or the SAM is reset; without find and select a read fails.
class ReaderDevice {
 public:
  /// `text_block` has 256 bytes. A card laid on another takes its place.
  void lay(std::string text_block);
  void lift();
  /// Power off and on: any card that lies there is found again.
  void restart();
  /// The whole reply frame.
  [[nodiscard]] std::string answer(Request const& request);

  /// "empty", "laid", "found", "selected" or "read".
  [[nodiscard]] std::string state() const;

 private:
  enum class Stage : unsigned char { laid, found, selected, read };
  [[nodiscard]] std::string read_reply() const;

  std::optional<std::string> card_;
  Stage stage_ = Stage::laid;
};

}  // namespace ce::devices
