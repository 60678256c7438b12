#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/runner/worker.h"
#include "kiosk/session/state.h"
#include "kiosk/settings/settings.h"
#include "kiosk/staff/door_keeper.h"
#include "kiosk/staff/staff.h"
#include "kiosk/staff_area/answers.h"
#include "kiosk/staff_area/effect.h"
#include "kiosk/staff_area/state.h"
#include "kiosk/staff_desk/call_behind.h"
#include "shared/log/log.h"

namespace ce::staff_desk {

/// What changing the kiosk's settings needs.
struct SetUpParts {
  std::filesystem::path config;
  bool allow_testing = false;
  std::optional<settings::Settings> begun;  // the guided set-up begins with these: no file is read
  std::function<printers::OffsetBook(settings::Settings const&)> offsets;
  /// Says a sentence so loud (1-5); whether there is anything to say it with.
  std::function<bool(int volume)> say = [](int) { return false; };
  /// true: reader and scanner are let go, so that they can be tried; false: visitors' watch takes them again.
  /// Waits up to seconds.
  std::function<void(bool)> lend = [](bool) {};
};

/// What the desk works with; all of it is borrowed and outlives the desk. `work.printer` is the desk's alone.
/// In the guided set-up there is neither ledger nor printer yet, and nothing that needs them is asked for.
struct DeskParts {
  staff::Desk work;  // without `out`
  Clock const* machine = nullptr;
  log::Logger const* logger = nullptr;
  settings::Settings const* settings = nullptr;  // as the program runs with them
  std::string version;
  std::function<session::Surroundings()> around;
  /// Whether the serial scanner is there; nothing: none is set.
  std::function<std::optional<bool>()> scanner = [] { return std::optional<bool>{}; };
  /// Since central last answered a heartbeat.
  std::function<std::optional<std::chrono::seconds>()> since_central;
  /// Something for central is in the journal.
  std::function<void()> noted = [] {};
  SetUpParts set_up;
  std::filesystem::path mounts = "/proc/self/mountinfo";  // what is mounted, as the kernel says it
};

/// What staff cards are good for by those settings.
[[nodiscard]] staff::CardUse card_use(settings::Settings const& settings);

struct Letter {
  staff_area::StayId stay = 0;
  staff_area::Answer answer;
};

/// Does what the staff's area asks for, on a thread of its own, by the same functions as the command line
/// (kiosk/staff). `knock` wakes the interface when there is an answer.
class StaffDesk {
 public:
  StaffDesk(DeskParts parts, std::function<void()> knock);

  void start() {
    behind_.start();
    worker_.start();
  }
  void stop() {
    worker_.stop();
    behind_.stop();
  }

  /// Answers come for that stay. Restart and Leave are not the desk's; StopTrying holds for the TryItem
  /// before it. Interface thread; never waits.
  void perform(staff_area::Effect effect, staff_area::StayId stay);
  /// Does `job` on the desk's thread, after what was asked for before and before what is asked for later: who
  /// changes the configuration beside staff does it here. Any thread; never waits.
  void do_between(std::function<void()> job) { worker_.give(std::move(job)); }
  /// Every answer since the last call. Interface thread.
  [[nodiscard]] std::vector<Letter> take();

 private:
  // door_answers.cpp
  staff_area::Answer answer(staff_area::LookAtDoor const& ask);
  staff_area::Answer answer(staff_area::JudgePin const& ask);
  staff_area::Answer answer(staff_area::JudgeCard const& ask);
  staff_area::Answer answer(staff_area::SeeCards const& ask);
  staff_area::Answer answer(staff_area::MakeCard const& ask);
  staff_area::PinJudged judge(staff::Shown const& shown);
  staff_area::Answer answer(staff_area::SeeCondition const& ask);
  staff_area::Answer answer(staff_area::SeePrints const& ask);
  staff_area::Answer answer(staff_area::SeePaper const& ask);
  staff_area::Answer answer(staff_area::SeePrinter const& ask);
  staff_area::Answer answer(staff_area::SeeLog const& ask);
  staff_area::Answer answer(staff_area::Obey const& ask);
  staff_area::Answer answer(staff_area::SetPaused const& ask);
  staff_area::Answer answer(staff_area::ServeToday const& ask);
  staff_area::Answer answer(staff_area::PowerOff const& ask);
  staff_area::Answer answer(staff_area::SaveDiagnostics const& ask);  // diagnostics.cpp
  // set_up_answers.cpp
  staff_area::Answer answer(staff_area::SeeSettings const& ask);
  staff_area::Answer answer(staff_area::TryItem const& ask);
  staff_area::Answer answer(staff_area::FindPrinters const& ask);
  staff_area::Answer answer(staff_area::SaveItem const& ask);
  staff_area::Answer answer(staff_area::PrintPage const& ask);
  staff_area::Answer answer(staff_area::PrintReport const& ask);
  staff_area::Answer answer(staff_area::WriteGuide const& ask);
  staff_area::ItemTried try_behind(std::function<items::Verdict()> call);
  void await_behind();
  [[nodiscard]] bool gives_up() const { return worker_.stopping() || given_up_; }
  [[nodiscard]] Result<void> fits(staff_area::SaveItem const& ask) const;
  [[nodiscard]] items::Verdict calibrate(items::Draft const& draft, staff::Order order) const;
  [[nodiscard]] settings::Extent extent() const;
  [[nodiscard]] staff_area::Told failed(Failure const& failure) const;
  Result<staff_area::PaperSeen> see_paper();
  void post(staff_area::Answer answer);
  void tell_central(protocol::NoteKind kind, std::string const& detail);
  Result<std::string> save_diagnostics();

  DeskParts parts_;
  std::function<void()> knock_;
  staff::DoorKeeper door_;
  std::mutex mutex_;
  std::vector<Letter> letters_;
  staff_area::StayId working_for_ = 0;  // on the worker's thread
  std::atomic<bool> given_up_{false};   // a test whose end nobody waits for
  CallBehind behind_;
  runner::Worker worker_;
};

}  // namespace ce::staff_desk
