#pragma once

#include <cstddef>

#include "kiosk/journal/journal.h"
#include "kiosk/ports/central.h"
#include "shared/log/log.h"

namespace ce::sync {

/// What one round of delivery came to.
struct Delivered {
  std::size_t accepted = 0;
  std::size_t refused = 0;
};

/// Takes up to `batch` events from the outbox, hands them to central in order, and closes each by its reply.
/// If central refuses the request itself, not its events, they are handed over one by one, so that one
/// that central cannot take does not hold up the others. Fails as Central::deliver or Journal do; whatever
/// was answered before is closed.
Result<Delivered> deliver_once(journal::Journal& journal, ports::Central& central, log::Logger const& logger,
                               std::size_t batch);

}  // namespace ce::sync
