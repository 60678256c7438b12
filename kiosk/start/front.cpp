#include "kiosk/start/front.h"

#include <algorithm>

#include "kiosk/screens/draw.h"

namespace ce::start {
namespace {

std::string verdict_of(present::View const& view) {
  auto const* result = std::get_if<present::VerifyResultView>(&view.body);
  return result == nullptr ? std::string{} : result->verdict.text;
}

}  // namespace

Front::Front(window::Window& window, widgets::GlyphAtlas& atlas, runner::Mailbox& mailbox,
             runner::Runner& runner, present::Words const& words, Clock const& clock,
             log::Logger const& logger, std::string hall)
    : window_(&window),
      mailbox_(&mailbox),
      runner_(&runner),
      words_(&words),
      clock_(&clock),
      logger_(&logger),
      hall_(std::move(hall)),
      ui_(atlas) {}

void Front::tell_targets(std::filesystem::path const& file) {
  targets_ = std::make_unique<TargetsFile>(file);
}

present::Setting Front::setting() const {
  return {hall_, clock_->now(), clock_->tick()};
}

void Front::took(session::Stepped stepped) {
  auto const visit = state_.visit;
  state_ = std::move(stepped.state);
  runner_->perform(std::move(stepped.effects), state_);
  if (state_.visit != visit) logger_->event(log::Event::visit_ended);
}

void Front::take(session::Event const& event) {
  took(session::step(std::move(state_), event, clock_->tick(), china_date(clock_->now())));
}

void Front::take(std::vector<session::Event> const& events) {
  for (auto const& event : events) take(event);
  if (staff_->start_again()) window_->close();
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
  if (news_ == nullptr || state_.visitor || !std::holds_alternative<session::Home>(state_.stage)) return;
  auto news = news_->take();
  if (!news) return;
  state_.timing.idle = news->idle_seconds ? std::chrono::seconds{*news->idle_seconds} : own_idle_;
  if (news->words) {
    told_words_ = std::move(news->words);
    words_ = told_words_.get();
  }
  logger_->event(log::Event::config_loaded, {{"from", "central"}});
}

widgets::Color Front::pass() {
  read_letters();
  take_news();
  for (auto& scanned : window_->take_scanned()) take(session::CodeScanned{std::move(scanned)});
  take(session::TimePassed{});
  if (staff_ != nullptr) take(staff_->catch_up(clock_->tick()));
  view_ = present::present(state_, setting(), *words_);
  if (state_.staff_here) {
    view_ = staff_->present(std::move(view_.frame), state_.surroundings, clock_->tick(), *words_);
  }
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
  if (outcome) {
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
  if (staff_ != nullptr) {
    if (auto const due = staff_->next_deadline(clock_->tick())) next = std::min(next, *due);
  }
  if (auto const motion = ui_.next_pass()) next = std::min(next, window::Window::tick_of(*motion));
  window_->set_deadline(next);
}

Ending Front::run(session::Timing const& timing) {
  state_.timing = timing;
  own_idle_ = timing.idle;
  state_.last_touch = clock_->tick();
  runner_->perform({}, state_);
  if (staff_ != nullptr) take(session::ServicePaused{staff_->paused()});
  do {
    if (targets_) targets_->show(view_.screen, view_.frame.as_of, verdict_of(view_), ui_.targets());
    set_deadline();
  } while (window_->turn([this] { return pass(); }));
  return staff_ != nullptr && staff_->start_again() ? Ending::start_again : Ending::stopped;
}

}  // namespace ce::start
