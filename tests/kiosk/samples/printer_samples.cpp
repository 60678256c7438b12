// Every trouble of printer, paper and ledger that a kiosk can stand in: on the home screen, before a print
// and, where a visitor waits for it, in it; what ends a print is among the failures.
#include "tests/kiosk/samples/visits.h"

namespace ce::samples {
namespace {

// What a job can be held up by while its visitor waits; the rest ends it, or keeps it from beginning.
bool holds_a_job(FailureCode code) {
  switch (code) {
    case FailureCode::printer_out_of_paper:
    case FailureCode::printer_jammed:
    case FailureCode::printer_cover_open:
    case FailureCode::printer_out_of_toner:
    case FailureCode::printer_stopped:
    case FailureCode::printer_job_held:
      return true;
    default:
      return false;
  }
}

bool ends_a_job(FailureCode code) {
  return code == FailureCode::printer_job_aborted || code == FailureCode::printer_job_canceled ||
         code == FailureCode::printer_outcome_unknown;
}

bool keeps_from_printing(FailureCode code) {
  auto const name = name_of(code);
  return !ends_a_job(code) &&
         (name.starts_with("printer_") || name.starts_with("paper_") || name.starts_with("ledger_"));
}

}  // namespace

std::vector<Sample> printer_samples(session::Mode const& mode) {
  Gathering all{mode};
  auto state = visit_of(person_with(four_years()));
  auto home = at_rest();
  for (FailureCode const code : all_failure_codes) {
    if (!keeps_from_printing(code)) continue;
    std::string const name{name_of(code)};
    home.surroundings.printer_problem = state.surroundings.printer_problem = code;
    all.add("home-" + name, home);
    all.add("preview-" + name, state, session::PrintPreview{2025});
    if (!holds_a_job(code)) continue;
    all.add("printing-" + name, state, session::Printing{2025, session::PrintStage::held, code});
  }
  home.surroundings.printer_problem.reset();
  home.surroundings.paper_low = 37;
  all.add("home-paper-low", home);
  home.surroundings.prints_unresolved = 2;
  home.surroundings.paper_low = 0;
  home.surroundings.printer_problem = FailureCode::paper_exhausted;
  all.add("home-paper-gone", home);
  return all.take();
}

}  // namespace ce::samples
