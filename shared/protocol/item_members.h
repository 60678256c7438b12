#pragma once

#include "shared/protocol/cursor.h"
#include "shared/protocol/item_states.h"
#include "shared/protocol/writing.h"

/// The members of item_states.h, as several messages have them. Private to this room.
namespace ce::protocol {

[[nodiscard]] OrderedJson json_of(std::vector<ItemState> const& items);
[[nodiscard]] OrderedJson json_of(std::vector<ItemTold> const& items);
[[nodiscard]] std::vector<ItemState> read_item_states_at(Cursor const& at);
[[nodiscard]] std::vector<ItemTold> read_items_told_at(Cursor const& at);

}  // namespace ce::protocol
