#include <algorithm>

#include "kiosk/present/bodies.h"
#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

struct NumberVerdict {
  Word verdict;
  std::string why;
  Tone tone;
};

/// Of a number that a restore of central lost: nobody can vouch for it, and it is not false either.
NumberVerdict lost_verdict(protocol::LostNumber const& lost, Words const& words) {
  if (lost.state == protocol::LostState::replaced)
    return {Word::verify_replaced, words[Word::verify_replaced_why], Tone::notice};
  if (lost.printed_on) {
    return {Word::verify_lost,
            words.fill(Word::verify_lost_printed_why, {{"date", day_text(*lost.printed_on, words)}}),
            Tone::notice};
  }
  return {Word::verify_lost, words[Word::verify_lost_set_aside_why], Tone::notice};
}

NumberVerdict verdict_of(protocol::Verification const& answer, Words const& words) {
  switch (answer.state) {
    case protocol::VerificationState::valid:
      return {Word::verify_valid, words[Word::verify_valid_why], Tone::good};
    case protocol::VerificationState::revoked:
      return {Word::verify_revoked, words[Word::verify_revoked_why], Tone::bad};
    case protocol::VerificationState::unknown:
      break;
  }
  if (answer.lost) return lost_verdict(*answer.lost, words);
  return {Word::verify_unknown, words[Word::verify_unknown_why], Tone::notice};
}

}  // namespace

VerifyResultView verify_result_view(protocol::Verification const& answer, Words const& words) {
  auto const said = verdict_of(answer, words);
  VerifyResultView view;
  view.verdict = {words[said.verdict], said.tone};
  view.explanation = said.why;
  view.again_label = words[Word::verify_again];
  view.facts.push_back({words[Word::verify_fact_number], answer.number});
  if (answer.state == protocol::VerificationState::unknown) return view;
  view.facts.push_back({words[Word::verify_fact_name], answer.masked_name});
  view.facts.push_back({words[Word::verify_fact_year],
                        words.fill(Word::verify_year, {{"year", std::to_string(answer.year)}})});
  view.facts.push_back({words[Word::verify_fact_authority], answer.authority});
  if (answer.issue_date)
    view.facts.push_back({words[Word::verify_fact_date], day_text(*answer.issue_date, words)});
  add_blanks(view.facts, answer.blank_numbers, words);
  return view;
}

void add_blanks(std::vector<FactView>& facts, std::vector<std::string> const& numbers, Words const& words) {
  if (numbers.empty()) return;
  constexpr std::size_t most = 2;  // the latest: more are rare, and two lines have to do
  std::string list;
  for (std::size_t i = 0; i < std::min(most, numbers.size()); ++i) {
    list = i == 0 ? numbers[i] : words.fill(Word::progress_listed, {{"first", list}, {"second", numbers[i]}});
  }
  auto const word = numbers.size() > most ? Word::verify_blanks_more : Word::verify_blanks;
  facts.push_back({words[Word::verify_fact_blanks],
                   words.fill(word, {{"list", list}, {"count", std::to_string(numbers.size())}})});
}

FaultView fault_view(session::Fault const& fault, Words const& words) {
  auto const& said = words.of(fault.code);
  FaultView view{said.headline, said.advice, words[Word::fault_service], std::nullopt, std::nullopt};
  if (fault.may_retry()) {
    view.retry_label = words[Word::fault_retry];
  } else {
    view.leave_label = words[Word::fault_leave];  // what is left to do here
  }
  return view;
}

}  // namespace ce::present
