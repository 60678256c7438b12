// What the visitor switches: how screens look, which language they are in, whether they speak.
#include <algorithm>

#include "kiosk/session/turn.h"

namespace ce::session {

bool voice_on(Mode const& mode, VoicePlan const& plan) {
  if (mode.keys) return true;
  if (mode.voice) return *mode.voice;
  return plan.speaks == Speaks::always || (plan.speaks == Speaks::elder && mode.elder);
}

int volume_of(Mode const& mode, VoicePlan const& plan) {
  return mode.volume.value_or(plan.volume);
}

void on(Turn& turn, ToggleElder const& /*event*/) {
  turn.state.mode.elder = !turn.state.mode.elder;
}

void on(Turn& turn, ToggleContrast const& /*event*/) {
  turn.state.mode.high_contrast = !turn.state.mode.high_contrast;
}

void on(Turn& turn, ShowPanel const& event) {
  turn.state.panel = event.shown;
}

void on(Turn& turn, ChooseLanguage const& event) {
  turn.state.mode.language = event.language;
}

void on(Turn& turn, ChooseSize const& event) {
  turn.state.mode.size = event.size;
  // Elder mode has a size of its own: whoever chooses another wants that one.
  turn.state.mode.elder = false;
}

void on(Turn& turn, ToggleVoice const& /*event*/) {
  turn.state.mode.voice = !voice_on(turn.state.mode, turn.state.voice);
}

void on(Turn& turn, ChangeVolume const& event) {
  int const now = volume_of(turn.state.mode, turn.state.voice);
  turn.state.mode.volume = std::clamp(now + event.by, volume_least, volume_most);
}

void on(Turn& turn, UseKeys const& /*event*/) {
  turn.state.mode.keys = true;
}

void on(Turn& /*turn*/, RepeatSpeech const& /*event*/) {}

}  // namespace ce::session
