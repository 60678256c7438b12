// What staff see while they practise: the visitor's screens with a band and a mark.
#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

using session::StaffKey;

present::TrainingView band(std::vector<std::pair<std::string, std::string>> const& keys,
                           std::string note = "培训模式：不联网，不出证书") {
  present::TrainingView view{U"培训", std::move(note), {}};
  for (auto const& [id, label] : keys) {
    view.keys.push_back({.id = id, .label = label, .touch = {StaffKey::choose}});
  }
  view.keys.push_back({.id = "end_training", .label = "结束培训", .touch = {StaffKey::leave}});
  return view;
}

void add(std::vector<Sample>& all, std::vector<Sample> const& from, present::TrainingView const& view) {
  Sample sample = from.front();
  sample.name = "training-" + sample.name;
  sample.view.frame.line = {"培训模式", present::Tone::notice};
  sample.view.frame.training = view;
  all.push_back(std::move(sample));
}

}  // namespace

std::vector<Sample> training_samples(session::Mode const& mode) {
  std::vector<Sample> all;
  add(all, home_samples(mode),
      band({{"lay_1", "可以打印"}, {"lay_2", "学时未满"}, {"lay_3", "已经打印"}},
           "培训模式：不出证书。请选演示证件"));
  add(all, progress_samples(mode), band({}));
  auto print = print_samples(mode);
  add(all, print, band({}));
  std::erase_if(print, [](auto const& one) { return one.name != "take-card"; });
  add(all, print, band({{"lift", "取走演示证件"}}));
  return all;
}

}  // namespace ce::samples
