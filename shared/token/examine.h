#pragma once

#include <optional>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/token/fault.h"
#include "shared/token/key_set.h"
#include "shared/token/revocation.h"
#include "shared/token/token.h"

namespace ce::token {

struct Examination {
  std::optional<Fault> fault;            // none: the authority signed this, and the signature counts
  std::optional<Token> token;            // where it could be read at all
  std::optional<Revocation> revocation;  // only of a token whose signature holds

  [[nodiscard]] bool genuine() const { return !fault && !revocation; }
};

/// Whether what a scanner read is the proof of a certificate in force, as far as `keys` and `revocations`
/// know. `now` is the newest time that the caller may trust: a clock set back must not make an expired key
/// good. Pure; any thread.
[[nodiscard]] Examination examine(std::string_view scanned, KeySet const& keys,
                                  Revocations const& revocations, Instant now);

}  // namespace ce::token
