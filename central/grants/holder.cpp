#include "central/grants/holder.h"

#include "central/grants/rows.h"

namespace ce::grants {
namespace {

using protocol::GrantState;

/// Whether all that the holder's ledger holds was here, and nothing of it refused, after the grant had ended
/// by any clock: then a print with it would be known. What was noted of a time that is not yet, by a clock of
/// central's that was ahead, says nothing of what the holder has printed since.
Result<bool> known_unused(storage::Database& database, grant::Grant const& grant, Instant now) {
  auto row = database.prepare(
      "SELECT 1 FROM kiosk_health WHERE kiosk = $1 AND delivered_ms > $2 AND delivered_ms <= $3");
  return row.bind(1, grant.kiosk).bind(2, grant.not_after.ms + grant::clock_slack_ms).bind(3, now.ms).step();
}

}  // namespace

Failure held(Instant until, std::string_view why) {
  return {FailureCode::grant_held,
          std::string{why} + "请于" + china_minute_words({until.ms + minute_ms - 1}) + "后再试"};
}

Result<std::optional<grant::Grant>> settle_holder(storage::Database& database, Terms const& terms,
                                                  std::string_view kiosk, std::string_view certificate,
                                                  int copy, Instant now) {
  std::optional<grant::Grant> owned;
  CE_TRY(auto const holding, holding_grants(database, certificate, copy));
  for (auto const& [grant, state] : holding) {
    bool const own = grant.kiosk == kiosk;
    // Its own ledger keeps the holder from printing twice, with another grant too.
    if (own && state == GrantState::withdrawn) continue;
    if (now <= grant.not_after) {
      if (!own) return held({grant.not_after.ms + grant::clock_slack_ms});
      owned = grant;
      continue;
    }
    // Another kiosk must wait until the first has spoken.
    Instant const silent_until{grant.not_after.ms + terms.silence_hours * hour_ms};
    if (!own && now <= silent_until) {
      CE_TRY(bool const unused, known_unused(database, grant, now));
      if (!unused) return held(silent_until);
    }
    CE_CHECK(end_grant(database, grant.id, GrantState::expired, now));
  }
  return owned;
}

}  // namespace ce::grants
