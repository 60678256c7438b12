#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::grants {

/// Whether this copy of the certificate may be printed at this kiosk at all, grants aside. Fails with
/// certificate_unknown, certificate_revoked, region_not_served, copy_unknown, certificate_printed and
/// print_unresolved. Private to this room.
[[nodiscard]] Result<void> check_eligible(storage::Database& database, std::string_view kiosk,
                                          std::string_view certificate, int copy);

}  // namespace ce::grants
