// What a sheet's code proved, in words.
#include "kiosk/present/bodies.h"
#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

struct Verdict {
  Word verdict;
  std::string why;
  Tone tone;
};

Verdict fault_verdict(token::Fault fault, Words const& words) {
  switch (fault) {
    case token::Fault::signature_wrong:
    case token::Fault::key_retired:
      return {Word::verify_forged, words[Word::verify_forged_why], Tone::bad};
    case token::Fault::key_unknown:
      return {Word::verify_no_proof, words[Word::verify_key_unknown_why], Tone::notice};
    case token::Fault::key_revoked:
      return {Word::verify_no_proof, words[Word::verify_key_revoked_why], Tone::notice};
    case token::Fault::key_expired:
      return {Word::verify_no_proof, words[Word::verify_key_expired_why], Tone::notice};
    case token::Fault::too_long:
    case token::Fault::wrong_length:
    case token::Fault::not_base32:
    case token::Fault::version_unknown:
    case token::Fault::malformed:
      break;
  }
  return {Word::verify_no_code, words[Word::verify_no_code_why], Tone::notice};
}

/// What the register says of a sheet whose signature holds.
Verdict registered_verdict(protocol::Verification const& told, Words const& words) {
  using protocol::VerificationState;
  if (told.state == VerificationState::valid)
    return {Word::verify_genuine, words[Word::verify_genuine_why], Tone::good};
  if (told.state == VerificationState::revoked)
    return {Word::verify_voided, words[Word::verify_void_since_then_why], Tone::bad};
  // Signed by the authority, which a restore of central made forget it.
  if (told.lost && told.lost->state == protocol::LostState::replaced)
    return {Word::verify_replaced, words[Word::verify_replaced_why], Tone::notice};
  if (told.lost) return {Word::verify_lost, words[Word::verify_lost_code_why], Tone::notice};
  // Signed, and yet not in the register: nothing that the authority issued.
  return {Word::verify_forged, words[Word::verify_forged_why], Tone::bad};
}

Verdict verdict_of(session::TokenAnswer const& answer, Words const& words) {
  auto const& found = answer.examination;
  // Void is void, whoever says so and whatever became of the key since.
  if (auto const& gone = found.revocation) {
    auto const why = gone->reason == token::RevocationReason::corrected ? Word::verify_corrected_why
                                                                        : Word::verify_withdrawn_why;
    return {Word::verify_voided, words.fill(why, {{"date", day_text(gone->date, words)}}), Tone::bad};
  }
  if (found.fault) return fault_verdict(*found.fault, words);
  if (answer.registered) return registered_verdict(*answer.registered, words);
  if (answer.list_old) return {Word::verify_genuine_old, words[Word::verify_genuine_old_why], Tone::notice};
  return {Word::verify_genuine, words[Word::verify_genuine_why], Tone::good};
}

/// The facts of a token that nobody vouches for are not shown as facts, nor are those that the register
/// denies.
bool vouched_for(session::TokenAnswer const& answer) {
  auto const& found = answer.examination;
  auto const& told = answer.registered;
  if (told && told->state == protocol::VerificationState::unknown && !told->lost) return false;
  return found.token && (!found.fault || found.revocation);
}

}  // namespace

VerifyResultView verify_result_view(session::TokenAnswer const& answer, Words const& words) {
  auto const said = verdict_of(answer, words);
  VerifyResultView view;
  view.verdict = {words[said.verdict], said.tone};
  view.explanation = said.why;
  view.again_label = words[Word::verify_again];
  if (!vouched_for(answer)) return view;
  auto const& facts = answer.examination.token->facts;
  view.facts.push_back({words[Word::verify_fact_number], facts.number});
  if (answer.registered && !answer.registered->masked_name.empty()) {
    view.facts.push_back({words[Word::verify_fact_name], answer.registered->masked_name});
  }
  view.facts.push_back(
      {words[Word::verify_fact_year], words.fill(Word::verify_year, {{"year", std::to_string(facts.year)}})});
  if (!answer.authority.empty()) view.facts.push_back({words[Word::verify_fact_authority], answer.authority});
  view.facts.push_back({words[Word::verify_fact_date], day_text(facts.issue_date, words)});
  if (answer.registered) add_blanks(view.facts, answer.registered->blank_numbers, words);
  // What central said just now needs no date.
  if (answer.as_of && !answer.registered) {
    view.facts.push_back({words[Word::verify_fact_as_of], moment_text(*answer.as_of, words)});
  }
  return view;
}

}  // namespace ce::present
