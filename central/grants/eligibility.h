#pragma once

#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/certificate/regions.h"
#include "shared/protocol/grants.h"
#include "shared/storage/database.h"

namespace ce::grants {

/// Whether this copy of the certificate may be printed at this kiosk at all, grants aside. Fails with
/// certificate_unknown, certificate_revoked, region_not_served, copy_unknown, certificate_printed and
/// print_unresolved. What a region that is no more issued is its successor's. Private to this room.
[[nodiscard]] Result<void> check_eligible(storage::Database& database, certificate::Regions const& regions,
                                          std::string_view kiosk, protocol::GrantRequest const& request,
                                          Instant now);

}  // namespace ce::grants
