#pragma once

#include <string_view>

#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::visit_codes {

inline constexpr std::int64_t lifetime_ms = 10LL * 60 * 1000;

/// What begins one visit of one person.
struct VisitCode {
  SecretText code;  // 64 hexadecimal digits
  Instant expires;
};

/// A new code for the person, whose former one ends. With an entry in the audit chain of the person's region
/// by `account`, who is the person. Fails with person_unknown and storage errors.
[[nodiscard]] Result<VisitCode> make(store::Store& store, std::int64_t professional, std::string_view account,
                                     Instant now);

/// Whose visit begins at `kiosk`: the identity number. The code is used up by it, also where several kiosks
/// read it at once. Capital letters count as small ones: some scanners type them. Fails with
/// visit_code_refused (none like it, spent, replaced or over: told alike) and storage errors.
[[nodiscard]] Result<SecretText> spend(store::Store& store, SecretText const& code, std::string_view kiosk,
                                       Instant now);

}  // namespace ce::visit_codes
