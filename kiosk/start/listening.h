#pragma once

#include "kiosk/session/mode.h"
#include "kiosk/settings/settings.h"
#include "kiosk/voice/voice.h"
#include "kiosk/window/step_keys.h"

/// From the configuration to what those who listen are given.
namespace ce::start {

[[nodiscard]] voice::VoiceOptions voice_options(settings::Settings const& settings);
[[nodiscard]] session::VoicePlan voice_plan(settings::Voice const& voice);
/// Says a sentence by which staff judge the volume; whether there is anything to say it with. Any thread.
[[nodiscard]] bool say_test(voice::Voice& voice, int volume);
/// In the order of guide::StepKey.
[[nodiscard]] window::StepKeys step_keys(settings::Headset const& headset);

}  // namespace ce::start
