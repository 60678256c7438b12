#pragma once

#include <vector>

#include "kiosk/session/effect.h"
#include "kiosk/session/event.h"
#include "kiosk/session/state.h"

namespace ce::session {

/// One call of step() while it works: the state being changed and the effects collected. Room-internal.
struct Turn {
  State state;
  std::vector<Effect> effects;
  Tick now{};
  Date today;

  template <class S>
  [[nodiscard]] bool at() const {
    return std::holds_alternative<S>(state.stage);
  }
  template <class S>
  [[nodiscard]] S* stage() {
    return std::get_if<S>(&state.stage);
  }
  void go(Stage stage) { state.stage = std::move(stage); }
  void ask(Effect effect) { effects.push_back(std::move(effect)); }
};

/// The year's line of the person being served; nothing if there is none.
[[nodiscard]] protocol::YearProgress* year_of(Turn& turn, int year);

/// Ends the visit: identity and answers go, late answers belong to nobody. A card that was read is asked back
/// first, in the visitor's language and size; with the way home the mode returns to the default.
void end_visit(Turn& turn);

/// Nobody is here any more.
void go_home(Turn& turn);

/// The failure's screen, with 重试 where trying once more can help.
void fail(Turn& turn, FailureCode code, Again again = {});

/// A visit by the code that a person got on central's page; nothing where no visit can begin now.
void begin_with(Turn& turn, SecretText code);

// One handler per event, grouped by file: entering.cpp, finding.cpp, printing.cpp, verifying.cpp, moving.cpp,
// modes.cpp.

void on(Turn& turn, UseIdNumber const& event);
void on(Turn& turn, VerifyCertificate const& event);
void on(Turn& turn, CodeScanned const& event);
void on(Turn& turn, Key const& event);
void on(Turn& turn, Erase const& event);
void on(Turn& turn, Clear const& event);
void on(Turn& turn, Confirm const& event);
void on(Turn& turn, ShowYear const& event);
void on(Turn& turn, ShowCertificates const& event);
void on(Turn& turn, TurnPage const& event);
void on(Turn& turn, ChoosePrint const& event);
void on(Turn& turn, Print const& event);
void on(Turn& turn, PaperTaken const& event);
void on(Turn& turn, Back const& event);
void on(Turn& turn, Exit const& event);
void on(Turn& turn, Stay const& event);
void on(Turn& turn, Retry const& event);
void on(Turn& turn, ToggleElder const& event);
void on(Turn& turn, ToggleContrast const& event);
void on(Turn& turn, ShowPanel const& event);
void on(Turn& turn, ChooseLanguage const& event);
void on(Turn& turn, ChooseSize const& event);
void on(Turn& turn, ToggleVoice const& event);
void on(Turn& turn, ChangeVolume const& event);
void on(Turn& turn, RepeatSpeech const& event);
void on(Turn& turn, UseKeys const& event);
void on(Turn& turn, CardFound const& event);
void on(Turn& turn, CardRead const& event);
void on(Turn& turn, CardRefused const& event);
void on(Turn& turn, CardLifted const& event);
void on(Turn& turn, PersonFound const& event);
void on(Turn& turn, PersonNotFound const& event);
void on(Turn& turn, PrintAdvanced const& event);
void on(Turn& turn, PrintEnded const& event);
void on(Turn& turn, Verified const& event);
void on(Turn& turn, TokenExamined const& event);
void on(Turn& turn, VerifyFailed const& event);
void on(Turn& turn, SurroundingsChanged const& event);
void on(Turn& turn, TimePassed const& event);
void on(Turn& turn, StaffPresent const& event);
void on(Turn& turn, ServicePaused const& event);
void on(Turn& turn, HallShut const& event);
void on(Turn& turn, StaffTouch const& event);

}  // namespace ce::session
