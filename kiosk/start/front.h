#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/guide/guide.h"
#include "kiosk/hours/hours.h"
#include "kiosk/present/present.h"
#include "kiosk/present/vocabulary.h"
#include "kiosk/remote_settings/remote_settings.h"
#include "kiosk/runner/runner.h"
#include "kiosk/runner/scan_watch.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/session/step.h"
#include "kiosk/start/in_use.h"
#include "kiosk/start/news_desk.h"
#include "kiosk/start/staff_side.h"
#include "kiosk/start/targets_file.h"
#include "kiosk/start/training_side.h"
#include "kiosk/widgets/ui.h"
#include "kiosk/window/window.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"
#include "shared/service/watchdog.h"

namespace ce::start {

/// The interface thread's loop: letters and touches step the visit, the visit is presented and drawn, effects
/// go to the runner. It sleeps until a finger, a letter or a deadline and never waits for anything else.
/// Everything is borrowed.
class Front {
 public:
  Front(window::Window& window, widgets::GlyphAtlas& atlas, runner::Mailbox& mailbox,
        present::Vocabulary const& words, Clock const& clock, log::Logger const& logger, std::string hall);

  /// [testing] only: writes what can be pressed to that file whenever it changes.
  void tell_targets(std::filesystem::path const& file);
  /// Who does what visits ask for is there; until then it waits here, as the stores may take a while to open.
  /// What central sets is taken up from `news`, between visits. Once, from any thread; all are borrowed.
  /// `staff`: the hidden way to their area, and the area.
  /// `remote`: what central set of this kiosk's items is applied and taken up, between visits as well.
  void serve_with(runner::Runner& runner, NewsDesk& news, StaffSide& staff,
                  remote_settings::RemoteSettings& remote);
  /// In training, in the place of serve_with(): before run(). Both are borrowed.
  void train_with(runner::Runner& runner, TrainingSide& side);
  /// Screens are spoken by it, and its keys walk them. Borrowed.
  void speak_by(guide::Guide& guide, session::VoicePlan const& plan) {
    guide_ = &guide;
    state_.voice = plan;
  }
  /// What visits begin in: before run().
  void begin_in(session::Language language) {
    state_.language = language;
    state_.mode.language = language;
  }
  /// The hall's opening hours, and a day on which staff have it serve all the same: before run().
  void open_by(hours::Plan plan, std::optional<Date> serves_on) {
    plan_ = std::move(plan);
    serves_on_ = serves_on;
  }
  /// Where people are sent to learn on.
  void name_learning_site(std::string const& url) { learning_ = present::learning_site(url); }
  /// A screen that nobody uses moves by a hair so often, so that it does not burn in; 0: never.
  void drift_every(std::chrono::minutes time) { drift_every_ = time; }
  /// Says to other programs whether somebody is there: before run(). Borrowed.
  void say_use_to(InUse& in_use) { in_use_ = &in_use; }
  /// Codes come from there as well, beside those that the window reads. Borrowed.
  void read_codes_of(runner::ScanWatch& scans) { scans_ = &scans; }
  /// Whose pulses the service manager's watchdog is told of, beside the loop itself. Once, from any thread.
  void watch(std::vector<service::Watchdog::Member> members) { watchdog_.watch(std::move(members)); }
  /// Until the window closes, or staff ask for a new start. `paused`: staff closed the kiosk to visitors.
  [[nodiscard]] Ending run(session::Timing const& timing, bool paused);

 private:
  widgets::Color pass();
  void take(session::Event const& event);
  void take(std::vector<session::Event> const& events);
  void take_touch(screens::Outcome const& outcome);
  void took(session::Stepped stepped);
  void read_letters();
  void set_deadline();
  void take_news();
  void take_settings();
  [[nodiscard]] bool nobody_is_there() const;
  void take_hours();
  void meet_runner();
  void mark_training();
  void take_strokes();
  void take_scanned();
  void tell();
  void drift();
  [[nodiscard]] present::Setting setting() const;

  window::Window* window_;
  runner::Mailbox* mailbox_;
  std::atomic<runner::Runner*> arrived_{nullptr};  // behind it: what serve_with() was given
  runner::Runner* runner_ = nullptr;
  std::vector<session::Effect> waiting_;  // of the visit that is on, for the runner to come
  present::Vocabulary const* words_;
  Clock const* clock_;
  log::Logger const* logger_;
  std::string hall_;
  std::optional<present::LearningSite> learning_;
  std::chrono::minutes drift_every_{0};
  widgets::Ui ui_;
  session::State state_;
  present::View view_;
  std::unique_ptr<TargetsFile> targets_;
  guide::Guide* guide_ = nullptr;
  std::optional<widgets::Point> chosen_at_;  // where the choose key is held down
  runner::ScanWatch* scans_ = nullptr;
  InUse* in_use_ = nullptr;
  NewsDesk* news_ = nullptr;
  remote_settings::RemoteSettings* remote_ = nullptr;
  StaffSide* arriving_staff_ = nullptr;  // taken up with the runner
  StaffSide* staff_ = nullptr;
  TrainingSide* training_ = nullptr;
  service::Watchdog watchdog_;
  std::chrono::seconds own_idle_{};
  std::optional<std::chrono::seconds> told_idle_;  // by the delta: goes before it
  hours::Plan plan_;
  std::optional<Date> serves_on_;  // staff have the kiosk serve that day, whatever the plan says
  std::unique_ptr<present::Vocabulary const> told_words_;  // in the place of those borrowed
};

}  // namespace ce::start
