#pragma once

#include <span>
#include <vector>

#include "central/store/store.h"
#include "shared/protocol/site.h"

namespace ce::registration {

/// Registers what an approved site tells of its learners (articles 4(4) and 12), one reply for each record,
/// in order; all that are accepted are stored in one transaction. The same delivery with the same content
/// gets the same reply again and registers nothing, with another content `conflict`. A refused one leaves no
/// trace and may be sent again, mended or after the person was registered. Fails with storage errors, and
/// with input_invalid for more than most_site_records.
[[nodiscard]] Result<std::vector<protocol::SiteReply>> take_site_records(
    store::Store& store, std::int64_t institution, std::span<protocol::SiteRecord const> records,
    Instant now);

}  // namespace ce::registration
