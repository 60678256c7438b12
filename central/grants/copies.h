#pragma once

#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::grants {

struct Reprint {
  std::string_view certificate;
  std::string_view reason;
  std::string_view allowed_by;  // who answers for it: a login, or the operator's account
};

/// Allows one more copy of a certificate in force whose last copy was printed (a reprint keeps the number,
/// rules.md), within the caller's transaction. Gives the copy's number. Fails with certificate_unknown,
/// certificate_revoked, input_invalid (no reason; the last copy has not been printed yet).
[[nodiscard]] Result<int> allow_copy(storage::Database& database, Reprint const& reprint, Instant now);

}  // namespace ce::grants
