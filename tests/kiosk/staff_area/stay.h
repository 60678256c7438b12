#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using session::StaffKey;
using session::StaffTouch;

/// Staff at the screen, under a clock that moves only when told.
class Stay {
 public:
  State state;
  Tick now{};
  std::vector<Effect> effects;  // of the last step

  Stay& when(Event const& event) {
    auto stepped = step(std::move(state), event, now);
    state = std::move(stepped.state);
    effects = std::move(stepped.effects);
    return *this;
  }
  Stay& press(StaffKey key, int number = 0) { return when(StaffTouch{key, number, '0'}); }
  template <class Task>
  Stay& choose(Task task) {
    return press(StaffKey::choose, static_cast<int>(task));
  }
  Stay& open(Place place) { return press(StaffKey::open, static_cast<int>(place)); }
  Stay& type(std::string_view text) {
    for (char const character : text) when(StaffTouch{StaffKey::letter, 0, character});
    return *this;
  }
  Stay& after(std::chrono::milliseconds time) {
    now += time;
    return when(TimePassed{});
  }
  /// Past the door.
  Stay& inside() {
    when(DoorOpened{}).when(Answer{DoorStood{true, {}}}).type("271828").press(StaffKey::confirm);
    return when(Answer{PinJudged{true, {}}});
  }

  template <class S>
  [[nodiscard]] S const* at() const {
    return std::get_if<S>(&state.stage);
  }
  template <class E>
  [[nodiscard]] E const* asked() const {
    for (auto const& effect : effects) {
      if (auto const* found = std::get_if<E>(&effect)) return found;
    }
    return nullptr;
  }
};

}  // namespace ce::staff_area
