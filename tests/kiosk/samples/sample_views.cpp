#include "tests/kiosk/samples/sample_views.h"

#include "tests/kiosk/samples/visits.h"

namespace ce::samples {
namespace {

void join(std::vector<Sample>& all, std::vector<Sample> part) {
  for (auto& sample : part) all.push_back(std::move(sample));
}

// Where screens speak, 重听 stands between the keys of the foot.
std::vector<Sample> spoken_samples(session::Mode const& mode) {
  auto spoken = mode;
  spoken.voice = true;
  Gathering all{spoken};
  all.add("home-spoken", at_rest());
  all.add("progress-spoken", visit_of(person_with(four_years())), session::Progress{2026, 0});
  return all.take();
}

}  // namespace

std::vector<Sample> visit_samples(session::Mode const& mode) {
  std::vector<Sample> all;
  for (auto const& part : {home_samples, entry_samples, progress_samples, certificate_samples, print_samples,
                           verdict_samples, fault_samples, spoken_samples}) {
    join(all, part(mode));
  }
  return all;
}

std::vector<Sample> sample_views(session::Mode const& mode) {
  auto all = visit_samples(mode);
  join(all, printer_samples(mode));
  if (mode.language != session::Language::chinese) return all;
  join(all, training_samples(mode));
  // Staff are at work: their screens have one size.
  if (mode.elder || mode.size != session::TextSize::medium) return all;
  auto const first = static_cast<std::ptrdiff_t>(all.size());
  join(all, staff_samples());
  join(all, set_up_samples());
  for (auto at = all.begin() + first; at != all.end(); ++at)
    at->view.frame.high_contrast = mode.high_contrast;
  return all;
}

present::FrameView staff_frame() {
  Gathering one{{}};
  one.add("", at_rest());
  return one.take().front().view.frame;
}

}  // namespace ce::samples
