#pragma once

#include "central/accounts/signed_in.h"
#include "central/store/store.h"
#include "shared/base/clock.h"

namespace ce::console {

/// Who looks at a page, and when. Borrows both; made for one request.
struct Visitor {
  store::Store& store;
  accounts::SignedIn const& who;
  Instant now;

  [[nodiscard]] registration::Actor const& actor() const { return who.actor; }
};

}  // namespace ce::console
