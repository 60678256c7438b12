#include "kiosk/sync/overlay.h"

namespace ce::sync {

Result<void> apply_ledger(journal::Journal const& journal, protocol::PersonYears& years) {
  using protocol::CertificateState;
  for (auto& year : years.years) {
    auto& certificate = year.certificate;
    if (certificate.state != CertificateState::printable &&
        certificate.state != CertificateState::unresolved) {
      continue;
    }
    CE_TRY(auto const entry, journal.standing(certificate.number));
    // A reprint that central has allowed since is another copy than the one printed here.
    if (!entry || entry->copy < certificate.copy) continue;
    bool const on_paper = entry->state == journal::PrintState::sent_to_printer ||
                          entry->state == journal::PrintState::confirmed;
    certificate.state = on_paper ? CertificateState::printed : CertificateState::unresolved;
    if (on_paper) certificate.printed_at = entry->changed_at;
  }
  return {};
}

void apply_revocations(KeyShelf const& keys, protocol::PersonYears& years) {
  for (auto& year : years.years) {
    auto& certificate = year.certificate;
    if (certificate.state == protocol::CertificateState::revoked || !keys.voided(certificate.number))
      continue;
    certificate.state = protocol::CertificateState::revoked;
    certificate.grant.reset();
  }
}

}  // namespace ce::sync
