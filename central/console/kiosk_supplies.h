#pragma once

#include <string>
#include <vector>

#include "central/store/rows.h"

/// What a kiosk uses up, in the words of the console. Pure.
namespace ce::console {

struct SuppliesShown {
  std::vector<std::string> low;  // "墨粉快用完"; it prints on
  bool out = false;              // toner, paper or numbers are gone: its printer's trouble says which
  std::string levels;            // "墨粉 7%，纸号 212 个"; empty where nothing tells how much

  /// Somebody has to bring something.
  [[nodiscard]] bool needed() const { return out || !low.empty(); }
};

/// Nothing of a kiosk that has not told.
[[nodiscard]] SuppliesShown supplies_shown(store::KioskLine const& line);

}  // namespace ce::console
