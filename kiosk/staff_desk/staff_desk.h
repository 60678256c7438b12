#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/runner/worker.h"
#include "kiosk/session/state.h"
#include "kiosk/staff/pin.h"
#include "kiosk/staff/staff.h"
#include "kiosk/staff_area/answers.h"
#include "kiosk/staff_area/effect.h"
#include "kiosk/staff_area/state.h"
#include "shared/log/log.h"

namespace ce::staff_desk {

/// What the desk works with; all of it is borrowed and outlives the desk. `work.printer` is the desk's alone.
struct DeskParts {
  staff::Desk work;  // without `out`
  Clock const* machine = nullptr;
  log::Logger const* logger = nullptr;
  std::filesystem::path log_file;      // empty: the log goes to standard error
  std::vector<std::string> power_off;  // the command and its words
  std::string version;
  std::function<session::Surroundings()> around;
  /// Since central last answered a heartbeat.
  std::function<std::optional<std::chrono::seconds>()> since_central;
  /// Something for central is in the journal.
  std::function<void()> noted = [] {};
};

struct Letter {
  staff_area::StayId stay = 0;
  staff_area::Answer answer;
};

/// Does what the staff's area asks for, on a thread of its own, by the same functions as the command line
/// (kiosk/staff). `knock` wakes the interface when there is an answer.
class StaffDesk {
 public:
  StaffDesk(DeskParts parts, std::function<void()> knock);

  void start() { worker_.start(); }
  void stop() { worker_.stop(); }

  /// Answers come for that stay. Restart and Leave are not the desk's. Interface thread; never waits.
  void perform(staff_area::Effect effect, staff_area::StayId stay);
  /// Every answer since the last call. Interface thread.
  [[nodiscard]] std::vector<Letter> take();

 private:
  staff_area::Answer answer(staff_area::LookAtDoor const& ask);
  staff_area::Answer answer(staff_area::JudgePin const& ask);
  staff_area::Answer answer(staff_area::SeeCondition const& ask);
  staff_area::Answer answer(staff_area::SeePrints const& ask);
  staff_area::Answer answer(staff_area::SeePaper const& ask);
  staff_area::Answer answer(staff_area::SeeLog const& ask);
  staff_area::Answer answer(staff_area::Obey const& ask);
  staff_area::Answer answer(staff_area::SetPaused const& ask);
  staff_area::Answer answer(staff_area::PowerOff const& ask);
  [[nodiscard]] staff_area::Told failed(Failure const& failure) const;
  Result<staff_area::PaperSeen> see_paper();

  DeskParts parts_;
  std::function<void()> knock_;
  staff::PinFile pin_;
  std::mutex mutex_;
  std::vector<Letter> letters_;
  runner::Worker worker_;
};

}  // namespace ce::staff_desk
