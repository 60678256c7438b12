// From the list to the sheet in the hand.
#include "kiosk/session/turn.h"

namespace ce::session {
namespace {

bool is_printable(protocol::YearProgress const* line) {
  return line != nullptr && line->certificate.state == protocol::CertificateState::printable;
}

/// What central knew better when it was asked for the grant.
protocol::CertificateState state_told_by(FailureCode cause) {
  using enum protocol::CertificateState;
  if (cause == FailureCode::certificate_printed) return printed;
  if (cause == FailureCode::print_unresolved) return unresolved;
  if (cause == FailureCode::certificate_revoked) return revoked;
  return printable;
}

protocol::CertificateState state_after(protocol::PrintOutcome outcome, FailureCode cause) {
  using enum protocol::CertificateState;
  switch (outcome) {
    case protocol::PrintOutcome::sent_to_printer:
    case protocol::PrintOutcome::confirmed:
      return printed;
    case protocol::PrintOutcome::failed:
      return state_told_by(cause);
    case protocol::PrintOutcome::unknown:
      break;
  }
  return unresolved;
}

/// The region's copy knows no names, and a sheet needs one: once central can be asked, it is.
bool must_ask_again(State const& state) {
  return state.visitor->from_cache && state.visitor->years->name.reveal().empty() &&
         state.surroundings.central_online;
}

}  // namespace

void on(Turn& turn, ChoosePrint const& event) {
  if (!turn.at<Progress>() && !turn.at<Certificates>()) return;
  if (!is_printable(year_of(turn, event.year))) return;
  if (must_ask_again(turn.state)) {
    turn.ask(FindPerson{{turn.state.visitor->identity.id_number, protocol::ByCard{}}});
    return turn.go(Searching{});
  }
  turn.go(PrintPreview{event.year});
}

void on(Turn& turn, Print const& /*event*/) {
  auto const* preview = turn.stage<PrintPreview>();
  if (preview == nullptr || turn.state.surroundings.printer_problem) return;
  auto const* line = year_of(turn, preview->year);
  if (!is_printable(line)) return;
  turn.ask(PrintCertificate{turn.state.visitor->years->name, line->year, line->certificate});
  turn.go(Printing{line->year, PrintStage::preparing, {}});
}

void on(Turn& turn, PrintAdvanced const& event) {
  if (auto* printing = turn.stage<Printing>(); printing != nullptr && printing->year == event.year) {
    // A new stage gives its reader the whole time: to find staff, or to see that paper moves again.
    if (printing->stage != event.stage) {
      turn.state.last_touch = turn.now;
      turn.state.countdown = false;
    }
    printing->stage = event.stage;
    printing->holding = event.holding;
  }
}

void on(Turn& turn, PrintEnded const& event) {
  int const year = event.year;
  auto const cause = event.cause.value_or(FailureCode::printer_job_aborted);
  auto* const line = year_of(turn, year);
  if (line != nullptr) line->certificate.state = state_after(event.outcome, cause);
  auto const* printing = turn.stage<Printing>();
  if (printing == nullptr || printing->year != year) return;
  switch (event.outcome) {
    case protocol::PrintOutcome::sent_to_printer:
    case protocol::PrintOutcome::confirmed:
      turn.go(TakePaper{year});
      return;
    case protocol::PrintOutcome::failed:
      // What central does not let be printed is not printed by trying again.
      fail(turn, cause, is_printable(line) ? Again{PrintPreview{year}} : Again{});
      return;
    case protocol::PrintOutcome::unknown:
      fail(turn, FailureCode::printer_outcome_unknown);
      return;
  }
}

void on(Turn& turn, PaperTaken const& /*event*/) {
  if (auto const* paper = turn.stage<TakePaper>()) turn.go(Progress{paper->year, 0});
}

}  // namespace ce::session
