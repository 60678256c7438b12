#pragma once

#include <string>
#include <string_view>

#include "central/console/visitor.h"
#include "central/web/detail_page.h"

namespace ce::console {

/// One kiosk of the visitor's region: how it is and what it noted of itself.
struct KioskShown {
  std::string name;
  web::DetailView view;
};
/// Fails with record_unknown for a kiosk that is not there or not the visitor's.
[[nodiscard]] Result<KioskShown> kiosk_shown(Visitor const& visitor, std::string_view id);

}  // namespace ce::console
