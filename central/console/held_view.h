#pragma once

#include "central/console/visitor.h"
#include "central/web/detail_page.h"

namespace ce::console {

/// What personal data the whole province's store holds, in counts: for the system's operators alone. Walks
/// over every table. Fails with not_permitted for others.
[[nodiscard]] Result<web::DetailView> held_shown(Visitor const& visitor);

}  // namespace ce::console
