#pragma once

#include <string_view>

#include "central/signing/key_ring.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/grant/grant.h"
#include "shared/protocol/grants.h"
#include "shared/protocol/messages.h"

namespace ce::grants {

inline constexpr std::int64_t minute_ms = 60'000;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;

struct Terms {
  std::int64_t minutes = 10;  // how long a grant fetched at the press of 打印 is good
  std::int64_t silence_hours =
      24;  // after this long without a word from its holder, an ended grant frees the copy
};

/// What handing out works with; all borrowed.
struct Office {
  store::Store& store;
  signing::KeyRing const& ring;
  Terms terms;
};

/// A signed grant for one copy of a certificate, or the same again for the same request (see README). One
/// transaction. Any thread.
/// Fails with certificate_unknown, certificate_revoked, region_not_served (the kiosk's policy), copy_unknown,
/// certificate_printed, print_unresolved (a print whose outcome is not known), grant_held (another kiosk has
/// it; says until when), grant_spent and grant_expired (this request's own grant is over), delivery_conflict
/// (the request id asked for something else before), grant_key_missing, or a storage error.
[[nodiscard]] Result<grant::Grant> hand_out(Office const& office, std::string_view kiosk,
                                            protocol::GrantRequest const& request, Instant now);

/// Takes a grant back that was not used; again and again with the same answer, and without effect where it
/// has ended already. Fails with grant_unknown (none of this kiosk), grant_spent (a print named it).
[[nodiscard]] Result<protocol::GrantStanding> take_back(store::Store& store, std::string_view kiosk,
                                                        EntryId const& grant, Instant now);

/// Puts a grant to each printable certificate of `years` that this kiosk may have, where its policy gives
/// grants for printing without network; else does nothing. What cannot be granted is left out.
/// Fails with grant_key_missing or a storage error; `years` is as it was then.
[[nodiscard]] Result<void> add_pre_grants(Office const& office, std::string_view kiosk,
                                          protocol::PersonYears& years, Instant now);

/// hand_out() within the caller's transaction, for `validity_ms`. Two that insert at once: one fails with
/// storage_constraint.
[[nodiscard]] Result<grant::Grant> hand_out_within(storage::Database& database, Office const& office,
                                                   std::string_view kiosk,
                                                   protocol::GrantRequest const& request,
                                                   std::int64_t validity_ms, Instant now);

}  // namespace ce::grants
