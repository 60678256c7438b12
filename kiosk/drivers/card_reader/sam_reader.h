#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/drivers/card_reader/sam_dialogue.h"
#include "kiosk/ports/card_reader.h"

namespace ce::drivers {

/// How it is found out whether a card that was read still lies there: after a read, `find` says "no card"
/// until the card is lifted, so only a reader that is reset first can tell.
enum class PresenceProbe : std::uint8_t { none, reset };

struct SamReaderOptions {
  std::vector<std::string> devices{"/dev/ttyUSB*", "/dev/ttyACM*"};  // paths or globs, first answering wins
  unsigned baud = 115200;
  PresenceProbe presence_probe = PresenceProbe::none;
  SamPatience patience;
};

/// Identity card reader with a SAM (GA 450 family) on a serial device. Opens the device at the first look
/// and again, by the same patterns, whenever it was gone. One thread. A look without a card takes a few
/// milliseconds; silence of the reader ends it after `patience.answer`.
class SamReader final : public ports::CardReader {
 public:
  explicit SamReader(SamReaderOptions options);

  /// See ports::CardReader. A card that was left behind, or that could not be read, is not found again until
  /// it was gone once. A damaged reply is asked for twice more, here and in read().
  Result<bool> find() override;
  Result<SecretText> read() override;

  /// Nothing with PresenceProbe::none and when the reader gives no clear answer.
  Result<std::optional<bool>> card_present() override;
  Result<void> check() override;
  void let_go() override;

 private:
  /// What is known of the card read last.
  enum class Laid : std::uint8_t {
    nothing,    // it is gone, or none was read yet
    delivered,  // given out; the reader answers "no card" until it is lifted, then finds the next one
    must_lift,  // given out or unreadable, and the reader would find it again
  };

  Result<void> open();
  Result<void> open_first_answering(std::vector<std::string> const& devices);
  Result<void> open_answering(std::string const& device);
  Result<bool> look();
  Result<bool> await_lifting();
  Result<SecretText> read_with_retries();
  Result<SecretText> read_once();
  Result<bool> ask_find();
  Result<bool> reset_and_find();

  SamReaderOptions options_;
  std::optional<SamDialogue> sam_;
  Laid laid_ = Laid::nothing;
};

}  // namespace ce::drivers
