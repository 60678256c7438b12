#pragma once

#include "central/console/visitor.h"
#include "central/web/home_page.h"

namespace ce::console {

/// Where somebody begins, by role: what waits, how things stand.
[[nodiscard]] Result<web::HomeView> home_shown(Visitor const& visitor);

}  // namespace ce::console
