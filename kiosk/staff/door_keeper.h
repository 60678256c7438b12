#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "kiosk/staff/cards.h"
#include "kiosk/staff/pin.h"
#include "kiosk/staff/tries.h"

namespace ce::staff {

/// What a staff card is good for at this kiosk: nothing; it opens as the PIN does; it and the PIN are both
/// needed, as soon as there is a card.
enum class CardUse : std::uint8_t { off, alone, with_pin };

/// What the door says of cards.
enum class CardAtDoor : std::uint8_t { none, opens, needed };

/// What was shown at the door: a PIN, a card's code, or both; empty: not shown.
struct Shown {
  SecretText pin;
  SecretText card;
};

struct EntryTry {
  DoorTry tried;
  std::optional<CardFile::Known> card;  // whose code it was, if it is one of this kiosk's
};

/// Who gets into the staff's area. One thread; judge() may take 20 ms of a processor and two disk flushes.
class DoorKeeper {
 public:
  DoorKeeper(std::filesystem::path const& directory, CardUse use)
      : use_(use), pin_(directory), cards_(directory), tries_(directory) {}

  [[nodiscard]] bool pin_is_set() const { return pin_.is_set(); }
  /// `none` where no card is out. Cards that cannot be read are needed all the same where a PIN alone must
  /// not do.
  [[nodiscard]] CardAtDoor card() const;
  [[nodiscard]] std::chrono::seconds locked(Instant now) { return tries_.locked(now); }
  /// PIN and card count into one lock (Tries), a card that was taken back as well when no other is out. Fails
  /// as PinFile::kept(), CardFile and Tries do: then nobody gets in.
  Result<EntryTry> judge(Shown const& shown, Instant now);

 private:
  CardUse use_;
  PinFile pin_;
  CardFile cards_;
  Tries tries_;
};

}  // namespace ce::staff
