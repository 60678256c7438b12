#include "central/grants/hand_out.h"
#include "central/grants/rows.h"

namespace ce::grants {

using protocol::GrantState;

Result<protocol::GrantStanding> take_back(store::Store& store, std::string_view kiosk, EntryId const& grant,
                                          Instant now) {
  protocol::GrantStanding standing{grant, GrantState::returned};
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const stored, grant_by_id(database, grant));
    if (!stored || stored->grant.kiosk != kiosk) return Failure{FailureCode::grant_unknown, {}};
    if (stored->state == GrantState::consumed) return Failure{FailureCode::grant_spent, {}};
    bool const holds = stored->state == GrantState::live || stored->state == GrantState::withdrawn;
    standing.state = holds ? GrantState::returned : stored->state;
    CE_CHECK(end_grant(database, grant, GrantState::returned, now));
    if (!holds) return {};
    return note_grant(database, kiosk, stored->grant.certificate, audit::Action::grant_returned,
                      stored->grant.copy, now);
  });
  if (!done) return done.failure();
  return standing;
}

}  // namespace ce::grants
