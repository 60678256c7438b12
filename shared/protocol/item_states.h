#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Settings of a kiosk that central may set (shared/kiosk_items), as both tell each other with the heartbeat.
namespace ce::protocol {

/// Central's last word on an item: values field by field, and the number of the revision they are from.
struct ItemTold {
  std::string item;
  std::int64_t revision = 1;
  std::vector<std::string> values;
  bool operator==(ItemTold const&) const = default;
};

/// What became of it at the kiosk.
enum class ItemOutcome : std::uint8_t {
  waiting,  // it has it, and takes it up between visits
  applied,
  refused,  // it does not fit this kiosk; everything is as it was
};

/// How an item is set at the kiosk.
struct ItemState {
  std::string item;
  std::vector<std::string> values;  // as they are there now; none for an item that it does not know
  std::int64_t revision = 0;        // of central's last word on it that the kiosk has; 0: none
  ItemOutcome outcome = ItemOutcome::applied;
  std::string reason = {};  // why it waits or was refused, in Chinese
  bool operator==(ItemState const&) const = default;
};

/// All of them, as central keeps what a kiosk said last and a kiosk what central did.
struct ItemStates {
  std::vector<ItemState> items;
  bool operator==(ItemStates const&) const = default;
};

}  // namespace ce::protocol
