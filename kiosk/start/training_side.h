#pragma once

#include "kiosk/present/training_view.h"
#include "kiosk/session/state.h"
#include "kiosk/training/demo_reader.h"
#include "kiosk/training/learners.h"
#include "shared/base/clock.h"

namespace ce::start {

/// The band that every screen carries in training, as the interface's loop meets it. Interface thread only;
/// everything is borrowed.
class TrainingSide {
 public:
  /// `idle`: without a touch, then it ends by itself.
  TrainingSide(training::DemoReader& reader, std::vector<training::Learner> const& learners,
               std::chrono::seconds idle)
      : reader_(&reader), learners_(&learners), idle_(idle) {}

  [[nodiscard]] present::TrainingView view(session::State const& state) const;
  void touch(session::StaffTouch const& touch);
  /// When it ends by itself if nobody touches the screen: nobody has since `last_touch`.
  [[nodiscard]] Tick ends_at(Tick last_touch) const { return last_touch + idle_; }
  [[nodiscard]] bool ended() const { return ended_; }
  void end() { ended_ = true; }

 private:
  training::DemoReader* reader_;
  std::vector<training::Learner> const* learners_;
  std::chrono::seconds idle_;
  bool ended_ = false;
};

}  // namespace ce::start
