#include "central/verification/look_up.h"

#include "central/store/lost_prints.h"
#include "central/store/printed_blanks.h"
#include "central/verification/name_match.h"
#include "shared/certificate/number.h"
#include "shared/identity/mask.h"

namespace ce::verification {
namespace {

/// What an unknown number is worked out on, so that it takes the work of a known one.
store::CertificateFacts const& stand_in() {
  static store::CertificateFacts const facts{
      "44000010000000", SecretText{"某某某"}, 2010, "广东省人力资源和社会保障厅", Date{}, false, {}, {}, {}};
  return facts;
}

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

/// What is known of a number beside its certificate.
struct Beside {
  std::optional<protocol::LostNumber> lost;
  std::vector<std::string> blanks;  // of its sheets
};

Result<Beside> beside(store::Store const& store, std::string const& number, bool ask_lost, bool ask_blanks) {
  Beside found;
  if (!ask_lost && !ask_blanks) return found;
  CE_CHECK(store.read_recent([&](storage::Database& database) -> Result<void> {
    if (ask_lost) {
      CE_TRY(found.lost, store::lost_number(database, store.rules(), number));
    }
    if (ask_blanks) {
      CE_TRY(found.blanks, store::printed_blanks(database, number));
    }
    return {};
  }));
  return found;
}

}  // namespace

Result<protocol::Verification> look_up(store::Store const& store, std::string_view number,
                                       std::optional<SecretText> const& name) {
  auto const examined = certificate::examine_number(number, store.rules().regions);
  if (!examined.valid) {
    return Failure{FailureCode::certificate_number_invalid,
                   std::string{certificate::code_of(examined.reason)}};
  }
  CE_TRY(auto const known, store.known_number(examined.normalized));
  auto const& facts = known.certificate;
  // Known, void and unknown numbers go the same way, so that the time of an answer tells nothing.
  CE_TRY(auto const more, beside(store, examined.normalized, known.some_lost, name.has_value()));
  auto const& told = facts ? *facts : stand_in();
  auto verification = answer(told);
  bool const same = name && same_name(told.name.reveal(), name->reveal());
  if (!facts) {
    verification = {};
    verification.number = examined.normalized;
    verification.lost = more.lost;
  }
  // An unknown number and a wrong name are both "not this paper".
  if (name) verification.name_matches = facts && same;
  // By the number alone a corrected certificate is void and no more: numbers can be guessed.
  if (facts && same) {
    verification.successor = told.successor;
    verification.blank_numbers = more.blanks;
  }
  return verification;
}

}  // namespace ce::verification
