#pragma once

#include <string_view>

#include "central/audit/audit.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::grants {

struct Reprint {
  std::string_view certificate;
  std::string_view reason;
  std::string_view allowed_by;  // who answers for it: "operator:NAME"
};

/// How often a certificate may be reprinted beyond its first print, and whether such a sheet says 补打.
struct ReprintRule {
  int most = 3;
  bool mark = true;
};
[[nodiscard]] Result<ReprintRule> reprint_rule(storage::Database& database);
/// Within the caller's transaction, with an entry in the audit chain. Fails with input_invalid outside 0 to
/// 100.
[[nodiscard]] Result<void> set_reprint_rule(storage::Database& database, ReprintRule const& rule,
                                            audit::Author const& by, Instant now);

/// Allows one more copy of a certificate in force whose last copy was printed (a reprint keeps the number,
/// rules.md), within the caller's transaction, with an entry in the audit chain. Gives the copy's number.
/// Fails with certificate_unknown, certificate_revoked, input_invalid (no reason; the last copy has not been
/// printed yet), not_permitted (the rule allows no more).
[[nodiscard]] Result<int> allow_copy(storage::Database& database, Reprint const& reprint, Instant now);

}  // namespace ce::grants
