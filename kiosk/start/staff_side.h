#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/staff_area/door.h"
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_desk/staff_desk.h"
#include "kiosk/widgets/ui.h"

namespace ce::start {

/// Why it serves no longer: it was asked to stop, staff want the program started anew or want to practise, or
/// have done so and it is to serve.
enum class Ending : std::uint8_t { stopped, start_again, train, serve };

struct StaffRules {
  std::chrono::seconds idle{120};
  bool numbered = false;
  bool paused = false;
  staff::CardUse cards = staff::CardUse::off;
  std::vector<staff_area::Setting> settings = {};
};

/// The staff's area as the interface's loop meets it: the hidden way in, the pages, the desk's answers. What
/// it returns is what the visit must know of. Interface thread only; the desk is borrowed.
class StaffSide {
 public:
  StaffSide(staff_desk::StaffDesk& desk, StaffRules const& rules);

  [[nodiscard]] bool paused() const { return state_.paused; }
  /// What staff asked for in the place of serving: start_again, or train.
  [[nodiscard]] std::optional<Ending> asked() const { return asked_; }
  /// Whether staff want the kiosk to serve today though the hall is closed; said once.
  [[nodiscard]] bool take_serve_today() { return std::exchange(serve_today_, false); }

  /// On the desk's thread: see StaffDesk::do_between().
  void do_between(std::function<void()> job) { desk_->do_between(std::move(job)); }
  /// The desk's answers, and the time that passed.
  [[nodiscard]] std::vector<session::Event> catch_up(Tick now);
  /// The finger of this pass, while visitors have the screen. `nobody`: no visit is going on.
  [[nodiscard]] std::vector<session::Event> watch_door(widgets::Ui const& ui, bool nobody, Tick now);
  /// What a scanner read while staff are here.
  [[nodiscard]] std::vector<session::Event> scanned(std::string text, Tick now);
  /// The guided set-up begins; asked() says start_again once it is done and written.
  void begin_guide(Tick now);
  /// What staff pressed, or a touch beside every key.
  [[nodiscard]] std::vector<session::Event> touch(screens::Outcome const& outcome, Tick now);
  /// `frame`: of the visitors' home.
  /// `shut`: it is not open at this hour.
  [[nodiscard]] present::View present(present::FrameView frame, session::Surroundings const& around, Tick now,
                                      present::Words const& words, bool shut = false) const;
  [[nodiscard]] std::optional<Tick> next_deadline(Tick now) const;

 private:
  void take(staff_area::Event const& event, Tick now, std::vector<session::Event>& told);

  staff_desk::StaffDesk* desk_;
  staff_area::Door door_;
  staff_area::State state_;
  std::optional<Ending> asked_;
  bool serve_today_ = false;
};

}  // namespace ce::start
