#include "central/verification/look_up.h"

#include "central/verification/name_match.h"
#include "shared/certificate/number.h"
#include "shared/identity/mask.h"

namespace ce::verification {
namespace {

protocol::Verification answer(store::CertificateFacts const& facts) {
  protocol::Verification verification;
  verification.state =
      facts.revoked ? protocol::VerificationState::revoked : protocol::VerificationState::valid;
  verification.number = facts.number;
  verification.year = facts.year;
  verification.authority = facts.authority;
  verification.issue_date = facts.issue_date;
  verification.masked_name = identity::mask_name(facts.name.reveal());
  return verification;
}

}  // namespace

Result<protocol::Verification> look_up(store::Store const& store, std::string_view number,
                                       std::optional<SecretText> const& name) {
  auto const examined = certificate::examine_number(number, store.rules().regions);
  if (!examined.valid) {
    return Failure{FailureCode::certificate_number_invalid,
                   std::string{certificate::code_of(examined.reason)}};
  }
  CE_TRY(auto const facts, store.certificate(examined.normalized));
  protocol::Verification verification;
  verification.number = examined.normalized;
  if (facts) verification = answer(*facts);
  // An unknown number and a wrong name are both "not this paper"; the comparison is made either way.
  if (name) verification.name_matches = same_name(facts ? facts->name.reveal() : "", name->reveal());
  return verification;
}

}  // namespace ce::verification
