#include "tests/kiosk/samples/visits.h"

namespace ce::samples {

std::vector<Sample> print_samples(session::Mode const& mode) {
  using namespace session;
  Gathering all{mode};
  auto const state = visit_of(person_with(four_years()));
  all.add("preview", state, PrintPreview{2025});

  auto blocked = state;
  blocked.surroundings.printer_problem = FailureCode::printer_out_of_paper;
  all.add("preview-blocked", blocked, PrintPreview{2025});

  auto offline = state;
  offline.surroundings.central_online = false;
  offline.visitor->from_cache = true;
  all.add("preview-offline", offline, PrintPreview{2025});

  all.add("printing-start", state, Printing{2025, PrintStage::preparing, {}});
  all.add("printing-middle", state, Printing{2025, PrintStage::printing, {}});
  all.add("printing-held", state, Printing{2025, PrintStage::held, FailureCode::printer_out_of_paper});
  all.add("take-paper", state, TakePaper{2025});
  all.add("take-card", at_rest(), TakeCard{});
  return all.take();
}

}  // namespace ce::samples
