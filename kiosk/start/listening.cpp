#include "kiosk/start/listening.h"

namespace ce::start {

voice::VoiceOptions voice_options(settings::Settings const& settings) {
  return {settings.voice.device, settings.voice.recordings};
}

session::VoicePlan voice_plan(settings::Voice const& voice) {
  using session::Speaks;
  auto const speaks = voice.speaks == "never"    ? Speaks::never
                      : voice.speaks == "always" ? Speaks::always
                                                 : Speaks::elder;
  return {speaks, static_cast<int>(voice.volume)};
}

window::StepKeys step_keys(settings::Headset const& headset) {
  return {window::key_named(headset.next), window::key_named(headset.back), window::key_named(headset.choose),
          window::key_named(headset.repeat)};
}

bool say_test(voice::Voice& voice, int volume) {
  voice.say({"", "您好，这是声音测试。请将身份证放在读卡区。", ports::Tongue::mandarin, volume});
  return voice.fitted();
}

}  // namespace ce::start
