#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/guide/step_key.h"
#include "kiosk/ports/speaker.h"
#include "kiosk/present/views.h"
#include "kiosk/present/words.h"
#include "kiosk/session/state.h"
#include "kiosk/widgets/target.h"
#include "shared/base/clock.h"

namespace ce::guide {

/// What is on the screen. Borrowed for the call.
struct Shown {
  present::View const& view;
  std::vector<widgets::Target> const& targets;  // in reading order
  session::State const& state;
  present::Words const& words;
  Tick now{};
};

/// Leads those who listen: speaks each screen as it comes, and walks the targets of the screen by four keys.
/// Interface thread; never waits. The speaker is borrowed.
class Guide {
 public:
  explicit Guide(ports::Speaker& speaker) : speaker_(&speaker) {}

  /// After each picture: says what is new on it, and ends what belongs to the last one.
  void shown(Shown const& shown);

  /// A key of the headset's keypad, on what was shown last. Where the one to choose is, as a finger would
  /// touch it, if the step is `choose` and it can be pressed.
  std::optional<widgets::Point> step(StepKey key, session::State const& state, present::Words const& words);

  /// 重听.
  void say_again();

  /// The id of the target that the keys are at; empty: none.
  [[nodiscard]] std::string const& focus() const { return focus_; }
  [[nodiscard]] bool fitted() const { return speaker_->fitted(); }
  /// When shown() is to come again without anything having changed: the card still lies there.
  [[nodiscard]] std::optional<Tick> next() const { return next_; }

 private:
  void say(std::string text, std::string recording, session::State const& state);
  void say_screen(Shown const& shown);
  void say_change(Shown const& shown);
  void remind(Shown const& shown);
  [[nodiscard]] widgets::Target const* focused() const;

  ports::Speaker* speaker_;
  std::vector<widgets::Target> targets_;
  std::string focus_;
  std::string focus_said_;
  std::string screen_;  // what was spoken for: visit, screen, language, who listens
  std::string content_;
  bool on_ = false;
  bool keys_ = false;
  std::optional<ports::Utterance> last_;
  std::optional<Tick> next_;
};

}  // namespace ce::guide
