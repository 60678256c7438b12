#include "tests/kiosk/samples/visits.h"

namespace ce::samples {

std::vector<Sample> home_samples(session::Mode const& mode) {
  Gathering all{mode};
  all.add("home", at_rest());

  auto offline = at_rest();
  offline.surroundings.central_online = false;
  all.add("home-offline", offline);

  auto broken = offline;
  broken.surroundings.reader_ok = false;
  broken.surroundings.printer_problem = FailureCode::printer_out_of_paper;
  all.add("home-broken", broken);

  auto panel = at_rest();
  panel.panel = true;
  all.add("home-panel", panel);

  auto paused = at_rest();
  paused.paused = true;
  all.add("paused", paused);

  auto shut = at_rest();
  shut.shut = true;
  shut.opens = Instant{1'795'741'200'000};  // 2026-11-27 9:00
  all.add("shut", shut);

  all.add("waiting-card", at_rest(), session::ReadingCard{});
  all.add("waiting-search", visit_of(person_with(four_years())), session::Searching{});
  all.add("waiting-verify", at_rest(), session::Verifying{});
  return all.take();
}

}  // namespace ce::samples
