#include "kiosk/start/training_side.h"

namespace ce::start {

using session::StaffKey;

present::TrainingView TrainingSide::view(session::State const& state) const {
  present::TrainingView view;
  view.mark = U"培训";
  view.note = "培训模式：不联网，不出证书";
  if (std::holds_alternative<session::Home>(state.stage)) {
    view.note = "培训模式：不出证书。请选演示证件";
    int place = 0;
    for (auto const& learner : *learners_) {
      view.keys.push_back({.id = "lay_" + std::to_string(place + 1),
                           .label = learner.label,
                           .touch = {StaffKey::choose, place}});
      ++place;
    }
  } else if (std::holds_alternative<session::TakeCard>(state.stage)) {
    view.keys.push_back({.id = "lift", .label = "取走演示证件", .touch = {StaffKey::choose, -1}});
  }
  view.keys.push_back({.id = "end_training", .label = "结束培训", .touch = {StaffKey::leave}});
  return view;
}

void TrainingSide::touch(session::StaffTouch const& touch) {
  if (touch.key == StaffKey::leave) return end();
  if (touch.key != StaffKey::choose) return;
  if (touch.number < 0) return reader_->lift();
  reader_->lay(touch.number);
}

}  // namespace ce::start
