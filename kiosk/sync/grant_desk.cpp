#include "kiosk/sync/grant_desk.h"

#include <thread>

#include "kiosk/sync/central_silent.h"
#include "kiosk/sync/delivery.h"

namespace ce::sync {
namespace {

constexpr std::size_t outbox_batch = 50;

}  // namespace

Result<void> GrantDesk::verify(grant::Grant const& grant,
                               protocol::CertificateLine const& certificate) const {
  return grant::verify(grant, parts_.keys->keys(),
                       {certificate.number, certificate.copy, parts_.kiosk, parts_.clock->now()});
}

Result<grant::Grant> GrantDesk::ask(protocol::CertificateLine const& certificate) {
  CE_TRY(auto const waiting, parts_.journal->pending_count());
  if (waiting != 0) {
    CE_CHECK(deliver_once(*parts_.journal, *parts_.central, *parts_.logger, outbox_batch));
  }
  protocol::GrantRequest const request{
      .request = EntryId::make(), .certificate_number = certificate.number, .copy = certificate.copy};
  auto grant = parts_.central->fetch_grant(request);
  // An answer that was lost on its way: the same request gets the same grant.
  if (!grant && grant.failure().code == FailureCode::central_unreachable)
    grant = parts_.central->fetch_grant(request);
  return grant;
}

bool GrantDesk::becomes_confirmed() const {
  auto const end = std::chrono::steady_clock::now() + parts_.confirmation;
  while (!parts_.ledger_confirmed()) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  return true;
}

// A copy of this ledger may have used the grant that is kept here, or another number on the same paper.
Result<EntryId> GrantDesk::grant_for(protocol::CertificateLine const& certificate) {
  if (!becomes_confirmed()) {
    return Failure{FailureCode::ledger_unconfirmed, "central has not confirmed the ledger since the start"};
  }
  auto const grant = ask(certificate);
  if (!grant) {
    if (!is_silence(grant.failure().code)) return grant.failure();
    return kept(certificate, grant.failure());
  }
  auto verified = verify(*grant, certificate);
  if (!verified && verified.failure().code == FailureCode::grant_invalid) {
    // Signed with a key that is news here, it may be.
    CE_CHECK(parts_.keys->refresh(*parts_.central));
    verified = verify(*grant, certificate);
  }
  if (verified) return grant->id;
  give_back(grant->id);
  return verified.failure();
}

Result<EntryId> GrantDesk::kept(protocol::CertificateLine const& certificate, Failure const& why) const {
  if (!certificate.grant) return Failure{FailureCode::grant_needed, describe(why) + "; no grant is kept"};
  // Central signed the grant before it called the certificate void.
  if (parts_.keys->voided(certificate.number))
    return Failure{FailureCode::certificate_revoked, describe(why) + "; the delta told it void"};
  // A print consumes its grant, whether or not a sheet came of it (rules.md).
  CE_TRY(bool const used, parts_.journal->has_used(certificate.grant->id));
  if (used) return Failure{FailureCode::grant_needed, describe(why) + "; the one that is kept is used"};
  auto const verified = verify(*certificate.grant, certificate);
  if (verified) return certificate.grant->id;
  return Failure{FailureCode::grant_needed, describe(why) + "; kept: " + describe(verified.failure())};
}

void GrantDesk::give_back(EntryId const& grant) {
  auto const returned = parts_.central->return_grant(grant);
  if (!returned) {
    parts_.logger->event(log::Event::failure, {{"where", "grant"}, {"why", describe(returned.failure())}});
  }
}

}  // namespace ce::sync
