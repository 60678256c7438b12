#pragma once

#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/staff_area/door.h"
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_desk/staff_desk.h"
#include "kiosk/widgets/ui.h"

namespace ce::start {

/// Why the program ends: it was asked to, or staff want it started anew.
enum class Ending : std::uint8_t { stopped, start_again };

struct StaffRules {
  std::chrono::seconds idle{120};
  bool numbered = false;
  bool paused = false;
  std::vector<staff_area::Setting> settings = {};
};

/// The staff's area as the interface's loop meets it: the hidden way in, the pages, the desk's answers. What
/// it returns is what the visit must know of. Interface thread only; the desk is borrowed.
class StaffSide {
 public:
  StaffSide(staff_desk::StaffDesk& desk, StaffRules const& rules);

  [[nodiscard]] bool paused() const { return state_.paused; }
  /// Staff asked for a new start.
  [[nodiscard]] bool start_again() const { return start_again_; }

  /// The desk's answers, and the time that passed.
  [[nodiscard]] std::vector<session::Event> catch_up(Tick now);
  /// The finger of this pass, while visitors have the screen. `nobody`: no visit is going on.
  [[nodiscard]] std::vector<session::Event> watch_door(widgets::Ui const& ui, bool nobody, Tick now);
  /// What a scanner read while staff are here.
  [[nodiscard]] std::vector<session::Event> scanned(std::string text, Tick now);
  /// The guided set-up begins; start_again() is true once it is done and written.
  void begin_guide(Tick now);
  /// What staff pressed, or a touch beside every key.
  [[nodiscard]] std::vector<session::Event> touch(screens::Outcome const& outcome, Tick now);
  /// `frame`: of the visitors' home.
  [[nodiscard]] present::View present(present::FrameView frame, session::Surroundings const& around, Tick now,
                                      present::Words const& words) const;
  [[nodiscard]] std::optional<Tick> next_deadline(Tick now) const;

 private:
  void take(staff_area::Event const& event, Tick now, std::vector<session::Event>& told);

  staff_desk::StaffDesk* desk_;
  staff_area::Door door_;
  staff_area::State state_;
  bool start_again_ = false;
};

}  // namespace ce::start
