#include "central/grants/hand_out.h"

#include "central/grants/after_restore.h"
#include "central/grants/eligibility.h"
#include "central/grants/holder.h"
#include "central/grants/keys.h"
#include "central/grants/rows.h"
#include "shared/base/text.h"

namespace ce::grants {
namespace {

using protocol::GrantRequest;
using protocol::GrantState;

/// The answer to a request that was answered before. What was decided meanwhile holds: a void certificate's
/// grant is not handed out a second time, though it may be alive.
Result<grant::Grant> again(storage::Database& database, Office const& office, std::string_view kiosk,
                           StoredGrant const& stored, GrantRequest const& request, Instant now) {
  if (stored.grant.certificate != request.certificate_number || stored.grant.copy != request.copy) {
    return Failure{FailureCode::delivery_conflict, {}};
  }
  if (stored.state != GrantState::live) return Failure{FailureCode::grant_spent, {}};
  if (now > stored.grant.not_after) return Failure{FailureCode::grant_expired, {}};
  CE_CHECK(check_eligible(database, office.store.rules().regions, kiosk, request, now));
  return stored.grant;
}

Result<grant::Grant> signed_grant(storage::Database& database, signing::KeyRing const& ring,
                                  grant::Grant grant) {
  CE_TRY(grant.key_id, signing_key_id(database));
  CE_TRY(auto const key, ring.key(grant.key_id));
  CE_TRY(auto const text, grant::signed_text(grant));
  grant.signature = hex(key.sign(text));
  return grant;
}

}  // namespace

Result<grant::Grant> hand_out_within(storage::Database& database, Office const& office,
                                     std::string_view kiosk, GrantRequest const& request,
                                     std::int64_t validity_ms, Instant now) {
  CE_TRY(auto const earlier, grant_of_request(database, kiosk, request.request));
  if (earlier) return again(database, office, kiosk, *earlier, request, now);
  auto const& certificate = request.certificate_number;
  CE_CHECK(check_eligible(database, office.store.rules().regions, kiosk, request, now));
  CE_CHECK(check_forgotten(database, office.terms, kiosk, now));
  CE_TRY(auto const held, settle_holder(database, office.terms, kiosk, certificate, request.copy, now));
  if (held && held->not_after.ms - now.ms >= validity_ms / 2) return *held;
  if (held) CE_CHECK(end_grant(database, held->id, GrantState::replaced, now));
  CE_TRY(auto const grant, signed_grant(database, office.ring,
                                        {.id = EntryId::make(),
                                         .certificate = certificate,
                                         .copy = request.copy,
                                         .kiosk = std::string{kiosk},
                                         .not_before = now,
                                         .not_after = {now.ms + validity_ms},
                                         .key_id = {},
                                         .signature = {}}));
  CE_CHECK(insert_grant(database, grant, request.request));
  CE_CHECK(note_grant(database, kiosk, certificate, audit::Action::grant_given, request.copy, now));
  return grant;
}

Result<grant::Grant> hand_out(Office const& office, std::string_view kiosk, GrantRequest const& request,
                              Instant now) {
  std::optional<grant::Grant> answer;
  auto const attempt = [&](storage::Database& database) -> Result<void> {
    CE_TRY(answer, hand_out_within(database, office, kiosk, request, office.terms.minutes * minute_ms, now));
    return {};
  };
  auto done = office.store.write(attempt);
  // Another process was first between our look and our insert: look again, and say who holds it.
  if (!done && done.failure().code == FailureCode::storage_constraint) done = office.store.write(attempt);
  if (!done) return done.failure();
  return *std::move(answer);
}

}  // namespace ce::grants
