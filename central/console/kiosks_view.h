#pragma once

#include "central/console/visitor.h"
#include "central/web/kiosks_page.h"

namespace ce::console {

/// The kiosks of the visitor's region, by id.
[[nodiscard]] Result<std::vector<store::KioskLine>> kiosks_of(Visitor const& visitor);

/// The kiosks of the visitor's region and how they are; those that need somebody first. With `part` those
/// alone in whose line it stands.
[[nodiscard]] Result<web::KiosksView> kiosks_shown(Visitor const& visitor, std::string_view part = {});

}  // namespace ce::console
