#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "kiosk/present/present.h"
#include "kiosk/runner/runner.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/session/step.h"
#include "kiosk/start/news_desk.h"
#include "kiosk/start/staff_side.h"
#include "kiosk/start/targets_file.h"
#include "kiosk/widgets/ui.h"
#include "kiosk/window/window.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::start {

/// The interface thread's loop: letters and touches step the visit, the visit is presented and drawn, effects
/// go to the runner. It sleeps until a finger, a letter or a deadline and never waits for anything else.
/// Everything is borrowed.
class Front {
 public:
  Front(window::Window& window, widgets::GlyphAtlas& atlas, runner::Mailbox& mailbox, runner::Runner& runner,
        present::Words const& words, Clock const& clock, log::Logger const& logger, std::string hall);

  /// [testing] only: writes what can be pressed to that file whenever it changes.
  void tell_targets(std::filesystem::path const& file);
  /// What central sets is taken up from there, between visits. Borrowed.
  void hear(NewsDesk& news) { news_ = &news; }
  /// The hidden way to the staff's area, and the area. Borrowed.
  void admit(StaffSide& staff) { staff_ = &staff; }
  /// Until the window closes, or staff ask for a new start.
  [[nodiscard]] Ending run(session::Timing const& timing);

 private:
  widgets::Color pass();
  void take(session::Event const& event);
  void take(std::vector<session::Event> const& events);
  void take_touch(screens::Outcome const& outcome);
  void took(session::Stepped stepped);
  void read_letters();
  void set_deadline();
  void take_news();
  [[nodiscard]] present::Setting setting() const;

  window::Window* window_;
  runner::Mailbox* mailbox_;
  runner::Runner* runner_;
  present::Words const* words_;
  Clock const* clock_;
  log::Logger const* logger_;
  std::string hall_;
  widgets::Ui ui_;
  session::State state_;
  present::View view_;
  std::unique_ptr<TargetsFile> targets_;
  NewsDesk* news_ = nullptr;
  StaffSide* staff_ = nullptr;
  std::chrono::seconds own_idle_{};
  std::unique_ptr<present::Words const> told_words_;  // in the place of those borrowed
};

}  // namespace ce::start
