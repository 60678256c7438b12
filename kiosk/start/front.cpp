#include "kiosk/start/front.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/screens/draw.h"
#include "kiosk/start/listening.h"
#include "kiosk/start/timing.h"
#include "kiosk/widgets/drift.h"

namespace ce::start {

Front::Front(window::Window& window, widgets::GlyphAtlas& atlas, runner::Mailbox& mailbox,
             present::Vocabulary const& words, Clock const& clock, log::Logger const& logger,
             std::string hall)
    : window_(&window),
      mailbox_(&mailbox),
      words_(&words),
      clock_(&clock),
      logger_(&logger),
      hall_(std::move(hall)),
      ui_(atlas),
      watchdog_(logger) {}

void Front::tell_targets(std::filesystem::path const& file) {
  targets_ = std::make_unique<TargetsFile>(file);
}

present::Setting Front::setting() const {
  return {hall_, clock_->now(), clock_->tick(), guide_ != nullptr && guide_->fitted(),
          learning_ ? &*learning_ : nullptr};
}

void Front::took(session::Stepped stepped) {
  auto const visit = state_.visit;
  state_ = std::move(stepped.state);
  if (runner_ != nullptr) {
    runner_->perform(std::move(stepped.effects), state_);
  } else {
    if (state_.visit != visit) waiting_.clear();  // nobody is there any more for whom it was asked
    std::move(stepped.effects.begin(), stepped.effects.end(), std::back_inserter(waiting_));
  }
  if (state_.visit != visit) logger_->event(log::Event::visit_ended);
}

void Front::take(session::Event const& event) {
  if (guide_ != nullptr && std::holds_alternative<session::RepeatSpeech>(event)) guide_->say_again();
  took(session::step(std::move(state_), event, clock_->tick(), china_date(clock_->now())));
}

void Front::take(std::vector<session::Event> const& events) {
  for (auto const& event : events) take(event);
  if (staff_->asked()) window_->close();
}

void Front::read_letters() {
  for (auto const& letter : mailbox_->take()) {
    if (!letter.visit) {
      take(letter.event);
      continue;
    }
    took(session::step(std::move(state_), session::Posted{*letter.visit, letter.event}, clock_->tick(),
                       china_date(clock_->now())));
  }
}

// Nobody is in the middle of anything on the home screen.
void Front::take_news() {
  if (runner_ == nullptr || news_ == nullptr || state_.visitor ||
      !std::holds_alternative<session::Home>(state_.stage))
    return;
  auto news = news_->take();
  if (!news) return;
  told_idle_.reset();
  if (news->idle_seconds) told_idle_ = std::chrono::seconds{*news->idle_seconds};
  state_.timing.idle = told_idle_.value_or(own_idle_);
  if (news->words) {
    told_words_ = std::move(news->words);
    words_ = told_words_.get();
  }
  logger_->event(log::Event::config_loaded, {{"from", "central"}});
}

bool Front::nobody_is_there() const {
  return std::holds_alternative<session::Home>(state_.stage) && !state_.visitor && !state_.staff_here &&
         !state_.panel && !ui_.finger_down() && state_.mode == session::Mode{.language = state_.language};
}

// Written on the desk's thread while nobody is there, and taken up when nobody is there.
void Front::take_settings() {
  if (runner_ == nullptr || remote_ == nullptr || !nobody_is_there()) return;
  if (remote_->begin()) staff_->do_between([remote = remote_] { remote->apply(); });
  auto const fresh = remote_->take_up();
  if (!fresh) return;
  own_idle_ = std::chrono::seconds{fresh->idle.idle_seconds};
  state_.timing = timing(fresh->idle);
  state_.timing.idle = told_idle_.value_or(own_idle_);
  state_.voice = voice_plan(fresh->voice);
  begin_in(language(fresh->display));
  plan_ = fresh->hours;
  if (plan_.days == hours::Days::always && state_.shut) take(session::HallShut{false, {}});
  logger_->event(log::Event::config_loaded, {{"from", "central"}});
}

// Looked at in each pass, and there is one a minute at least.
void Front::take_hours() {
  if (plan_.days == hours::Days::always) return;
  auto const now = clock_->now();
  if (staff_ != nullptr && staff_->take_serve_today()) serves_on_ = china_date(now);
  auto const stands = hours::standing(plan_, now, serves_on_);
  if (stands.open != state_.shut && stands.opens == state_.opens) return;
  take(session::HallShut{!stands.open, stands.opens});
}

void Front::serve_with(runner::Runner& runner, NewsDesk& news, StaffSide& staff,
                       remote_settings::RemoteSettings& remote) {
  news_ = &news;
  remote_ = &remote;
  arriving_staff_ = &staff;
  arrived_ = &runner;
  window_->wake();
}

void Front::train_with(runner::Runner& runner, TrainingSide& side) {
  training_ = &side;
  arrived_ = &runner;
}

// The band that stands over every screen of it, and its end.
void Front::mark_training() {
  if (training_ == nullptr) return;
  view_.frame.training = training_->view(state_);
  view_.frame.line = {"培训模式", present::Tone::notice};
  if (clock_->tick() >= training_->ends_at(state_.last_touch)) training_->end();
  if (training_->ended()) window_->close();
}

void Front::meet_runner() {
  if (runner_ != nullptr || arrived_ == nullptr) return;
  runner_ = arrived_;
  staff_ = arriving_staff_;
  runner_->perform(std::exchange(waiting_, {}), state_);
}

// The first key only turns reading on: nobody who leans on a keypad chooses anything.
void Front::take_strokes() {
  for (auto const& stroke : window_->take_strokes()) {
    if (guide_ == nullptr || state_.staff_here) continue;
    auto const key = static_cast<guide::StepKey>(stroke.which);
    if (!stroke.down) {
      if (key == guide::StepKey::choose && chosen_at_)
        window_->touch({*std::exchange(chosen_at_, {}), false});
      continue;
    }
    bool const reading = state_.mode.keys && !state_.countdown;
    take(session::UseKeys{});
    if (!reading) continue;
    if (auto const at = guide_->step(key, state_, words_->of(state_.mode.language))) {
      chosen_at_ = at;
      window_->touch({*at, true});
    }
  }
}

void Front::take_scanned() {
  auto const take_code = [this](auto code) {
    if (state_.staff_here && staff_ != nullptr) {
      take(staff_->scanned(std::move(code), clock_->tick()));
    } else {
      take(session::CodeScanned{std::move(code)});
    }
  };
  for (auto& code : window_->take_scanned()) take_code(std::move(code));
  if (scans_ == nullptr) return;
  for (auto& code : scans_->take()) take_code(std::move(code));
}

// Under nobody's finger: while somebody is there, all stays where it is.
void Front::drift() {
  if (drift_every_.count() == 0 || !nobody_is_there()) return;
  auto const step = clock_->tick().time_since_epoch() / drift_every_;
  ui_.drift(widgets::drift(step, window_->display().px_per_mm));
}

// What is on the screen now, to those who cannot see it.
void Front::tell() {
  if (guide_ != nullptr && !view_.screen.empty()) {
    auto const before = guide_->focus();
    guide_->shown({view_, ui_.targets(), state_, words_->of(state_.mode.language), clock_->tick()});
    if (guide_->focus() != before) window_->wake();  // the ring goes with it
  }
  if (!targets_) return;
  bool const walked = guide_ != nullptr && state_.mode.keys;
  targets_->show(view_, walked ? guide_->focus() : "", ui_.targets(), *window_);
}

widgets::Color Front::pass() {
  meet_runner();
  read_letters();
  take_news();
  take_settings();
  take_strokes();
  take_scanned();
  take(session::TimePassed{});
  if (staff_ != nullptr) take(staff_->catch_up(clock_->tick()));
  take_hours();
  if (in_use_ != nullptr) in_use_->say(!nobody_is_there());
  // Exchanged and not assigned: a text that is given a shorter one keeps its place, with the rest of what it
  // was.
  std::exchange(view_, present::present(state_, setting(), words_->of(state_.mode.language)));
  if (state_.staff_here) {
    view_ = staff_->present(std::move(view_.frame), state_.surroundings, clock_->tick(), words_->chinese,
                            state_.shut);
  }
  mark_training();
  ui_.focus(guide_ != nullptr && state_.mode.keys ? guide_->focus() : "");
  drift();
  ui_.begin(window_->display(), window_->now());
  auto const outcome = screens::draw_view(ui_, view_);
  ui_.end();
  auto const colour = screens::background(ui_);
  take_touch(outcome);
  return colour;
}

// Any touch says that somebody is there, beside the keys as well.
void Front::take_touch(screens::Outcome const& outcome) {
  if (state_.staff_here) {
    if (outcome || ui_.touched()) take(staff_->touch(outcome, clock_->tick()));
    return;
  }
  if (auto const* touch = outcome ? std::get_if<session::StaffTouch>(&*outcome) : nullptr;
      touch && training_) {
    take(session::Stay{});
    training_->touch(*touch);
    window_->wake();
  } else if (outcome) {
    take(*outcome);
  } else if (ui_.touched()) {
    take(session::Stay{});
  }
  bool const nobody = std::holds_alternative<session::Home>(state_.stage);
  if (staff_ != nullptr) take(staff_->watch_door(ui_, nobody, clock_->tick()));
}

void Front::set_deadline() {
  // The clock on the screen turns with the minute.
  auto const now = clock_->now();
  Tick next = clock_->tick() + std::chrono::milliseconds{60'000 - now.ms % 60'000};
  if (auto const due = session::next_deadline(state_, clock_->tick())) next = std::min(next, *due);
  if (guide_ != nullptr && guide_->next()) next = std::min(next, *guide_->next());
  if (staff_ != nullptr) {
    if (auto const due = staff_->next_deadline(clock_->tick())) next = std::min(next, *due);
  }
  if (watchdog_.due()) next = std::min(next, *watchdog_.due());
  if (training_ != nullptr) next = std::min(next, training_->ends_at(state_.last_touch));
  if (auto const motion = ui_.next_pass()) next = std::min(next, window::Window::tick_of(*motion));
  window_->set_deadline(next);
}

Ending Front::run(session::Timing const& timing, bool paused) {
  state_.timing = timing;
  own_idle_ = timing.idle;
  state_.last_touch = clock_->tick();
  take(session::ServicePaused{paused});
  do {
    tell();
    if (!view_.screen.empty()) watchdog_.tell(clock_->tick());
    set_deadline();
  } while (window_->turn([this] { return pass(); }));
  if (training_ != nullptr && training_->ended()) return Ending::serve;
  return staff_ != nullptr ? staff_->asked().value_or(Ending::stopped) : Ending::stopped;
}

}  // namespace ce::start
