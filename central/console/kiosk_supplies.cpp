#include "central/console/kiosk_supplies.h"

#include "central/web/fields.h"
#include "shared/protocol/supply_states.h"

namespace ce::console {

SuppliesShown supplies_shown(store::KioskLine const& line) {
  SuppliesShown shown;
  if (!line.last_seen) return shown;
  auto const& health = line.health;
  auto const states = protocol::supply_states(health);
  auto const put = [&](protocol::SupplyState state, std::string_view low) {
    shown.out = shown.out || state == protocol::SupplyState::out;
    if (state == protocol::SupplyState::low) shown.low.emplace_back(low);
  };
  put(states.toner, "墨粉快用完");
  put(states.paper, "纸快用完");
  put(states.blanks, "纸号快用完");
  auto const supplies = health.supplies.value_or(protocol::Supplies{});
  if (supplies.toner_percent) shown.levels = "墨粉 " + std::to_string(*supplies.toner_percent) + "%";
  if (supplies.blanks_left) {
    shown.levels +=
        (shown.levels.empty() ? "纸号 " : "，纸号 ") + web::with_commas(*supplies.blanks_left) + " 个";
  }
  return shown;
}

}  // namespace ce::console
