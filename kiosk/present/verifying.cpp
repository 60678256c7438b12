#include "kiosk/present/bodies.h"
#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

struct VerdictWords {
  Word verdict;
  Word why;
  Tone tone;
};

VerdictWords words_of(protocol::VerificationState state) {
  switch (state) {
    case protocol::VerificationState::valid:
      return {Word::verify_valid, Word::verify_valid_why, Tone::good};
    case protocol::VerificationState::revoked:
      return {Word::verify_revoked, Word::verify_revoked_why, Tone::bad};
    case protocol::VerificationState::unknown:
      break;
  }
  return {Word::verify_unknown, Word::verify_unknown_why, Tone::notice};
}

}  // namespace

VerifyResultView verify_result_view(protocol::Verification const& answer, Words const& words) {
  auto const said = words_of(answer.state);
  VerifyResultView view;
  view.verdict = {words[said.verdict], said.tone};
  view.explanation = words[said.why];
  view.again_label = words[Word::verify_again];
  view.facts.push_back({words[Word::verify_fact_number], answer.number});
  if (answer.state == protocol::VerificationState::unknown) return view;
  view.facts.push_back({words[Word::verify_fact_name], answer.masked_name});
  view.facts.push_back({words[Word::verify_fact_year],
                        words.fill(Word::verify_year, {{"year", std::to_string(answer.year)}})});
  view.facts.push_back({words[Word::verify_fact_authority], answer.authority});
  if (answer.issue_date)
    view.facts.push_back({words[Word::verify_fact_date], day_text(*answer.issue_date, words)});
  return view;
}

FaultView fault_view(session::Fault const& fault, Words const& words) {
  auto const& said = words.of(fault.code);
  FaultView view{said.headline, said.advice, words[Word::fault_service], std::nullopt};
  if (fault.may_retry()) view.retry_label = words[Word::fault_retry];
  return view;
}

}  // namespace ce::present
