#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/session/staff_touch.h"
#include "kiosk/staff_area/answers.h"
#include "kiosk/staff_area/effect.h"
#include "kiosk/staff_area/state.h"

namespace ce::staff_area {

struct DoorOpened {};  // the hidden touches were made, and no visit is going on
struct TimePassed {};
struct Touched {};  // beside every key
struct Scanned {    // what a scanner read, or a keyboard typed, into the field in turn
  SecretText text;
};
/// The guided set-up begins, in the place of visitors.
struct GuideBegins {};

using Event =
    std::variant<DoorOpened, session::StaffTouch, Answer, TimePassed, Touched, Scanned, GuideBegins>;

struct Stepped {
  State state;
  std::vector<Effect> effects;
};

/// The whole behaviour of the staff's area: pure, total, no waiting.
[[nodiscard]] Stepped step(State state, Event const& event, Tick now);

[[nodiscard]] bool is_open(State const& state);
/// Whether the ledger prints nothing until staff take it over.
[[nodiscard]] bool awaits_staff(Condition const& seen);
/// Whether the page waits for the desk: no key does anything on it.
[[nodiscard]] bool is_working(Stage const& stage);
/// Whether what is waited for is a test of an item: that may be given up.
[[nodiscard]] bool may_stop(Stage const& stage);
/// Whether 确认 on a page where something is typed would do anything.
[[nodiscard]] bool may_confirm(State const& state);
/// The same at the door.
[[nodiscard]] bool may_confirm(AtDoor const& door, Tick now);
/// The items of the guided set-up with that draft, in their order.
[[nodiscard]] std::vector<items::ItemId> guide_path(items::Draft const& draft);
/// Those that the staff's settings list; the others have pages of their own there.
[[nodiscard]] std::vector<items::ItemId> settings_items();
/// Until the area closes by itself; nothing while it is closed or the desk is at work.
[[nodiscard]] std::optional<int> seconds_left(State const& state, Tick now);
/// When TimePassed must come next: the seconds on 退出 and those of a lock change once a second.
[[nodiscard]] std::optional<Tick> next_deadline(State const& state, Tick now);

}  // namespace ce::staff_area
