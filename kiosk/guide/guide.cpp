#include "kiosk/guide/guide.h"

#include <algorithm>
#include <chrono>

#include "kiosk/guide/aloud.h"

namespace ce::guide {
namespace {

constexpr std::chrono::seconds between_reminders{8};

bool may_speak(session::State const& state) {
  return session::voice_on(state.mode, state.voice);
}

/// A card left behind is asked back aloud, whoever listens, unless the hall is to be silent.
bool reminds(Shown const& shown) {
  return shown.view.screen == "take_card" && shown.state.voice.speaks != session::Speaks::never;
}

std::string screen_of(Shown const& shown) {
  auto const& mode = shown.state.mode;
  return std::to_string(shown.state.visit) + " " + shown.view.screen + " " + shown.view.speech.key +
         (mode.language == session::Language::english ? " en" : " zh") + (mode.keys ? " keys" : "");
}

}  // namespace

void Guide::shown(Shown const& shown) {
  auto targets = shown.targets;
  targets_.swap(targets);  // not assigned: what stood there of a person ends with `targets`
  bool const on = may_speak(shown.state) && fitted();
  auto screen = screen_of(shown);
  auto said = shown.state.mode.keys ? content(shown.view, shown.words) : std::string{};
  bool const came = screen != screen_;
  bool const changed = !came && said != content_;
  bool const turned_on = on && !on_;
  if (came || (on_ && !on)) {
    speaker_->stop();
    focus_.clear();
    last_.reset();
  }
  screen_ = std::move(screen);
  content_.swap(said);
  on_ = on;
  if (on && (came || turned_on)) {
    say_screen(shown);
  } else if (on && shown.state.mode.keys) {
    if (changed && !content_.empty()) {
      say(content_, {}, shown.state);
    } else {
      say_change(shown);
    }
  }
  keys_ = shown.state.mode.keys;
  remind(shown);
}

void Guide::say_screen(Shown const& shown) {
  auto const& speech = shown.view.speech;
  if (!shown.state.mode.keys) return say(speech.text, speech.key, shown.state);
  auto text = arrival(shown.view, targets_.size(), shown.words);
  // How it is done is told to whom uses the keys for the first time.
  if (!keys_) text += " " + shown.words[present::Word::reader_keys];
  say(std::move(text), {}, shown.state);
}

void Guide::say_change(Shown const& shown) {
  auto const* at = focused();
  auto text = at == nullptr ? std::string{} : aloud(*at, shown.words);
  if (text == focus_said_ || at == nullptr) return;
  focus_said_ = text;
  say(std::move(text), {}, shown.state);
}

void Guide::remind(Shown const& shown) {
  if (!reminds(shown) || !fitted()) {
    next_.reset();
    return;
  }
  if (!next_ || shown.now >= *next_) {
    bool const first_said = !next_ && on_;  // the screen has just been spoken
    next_ = shown.now + between_reminders;
    if (!first_said) say(shown.view.speech.text, shown.view.speech.key, shown.state);
  }
}

std::optional<widgets::Point> Guide::step(StepKey key, session::State const& state,
                                          present::Words const& words) {
  if (key == StepKey::repeat || targets_.empty()) {
    say_again();
    return std::nullopt;
  }
  auto const* at = focused();
  if (key == StepKey::choose) {
    if (at == nullptr || !at->enabled) {
      say(at == nullptr ? words[present::Word::reader_keys] : aloud(*at, words), {}, state);
      return std::nullopt;
    }
    return at->box.centre();
  }
  auto const count = targets_.size();
  // From nowhere the first is next, and the last is before it.
  std::size_t place = key == StepKey::next ? 0 : count - 1;
  if (at != nullptr) {
    auto const index = static_cast<std::size_t>(at - targets_.data());
    place = (index + (key == StepKey::next ? 1 : count - 1)) % count;
  }
  focus_ = targets_[place].id;
  focus_said_ = aloud(targets_[place], words);
  say(focus_said_, {}, state);
  return std::nullopt;
}

void Guide::say_again() {
  if (last_ && fitted()) speaker_->say(*last_);
}

void Guide::say(std::string text, std::string recording, session::State const& state) {
  last_ = ports::Utterance{
      std::move(recording), std::move(text),
      state.mode.language == session::Language::english ? ports::Tongue::english : ports::Tongue::mandarin,
      session::volume_of(state.mode, state.voice)};
  say_again();
}

widgets::Target const* Guide::focused() const {
  auto const found = std::find_if(targets_.begin(), targets_.end(),
                                  [this](auto const& target) { return target.id == focus_; });
  return found == targets_.end() ? nullptr : &*found;
}

}  // namespace ce::guide
