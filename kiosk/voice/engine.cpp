#include "kiosk/voice/engine.h"

#include <espeak-ng/speak_lib.h>

namespace ce::voice {
namespace {

constexpr int piece_ms = 60;
constexpr int words_a_minute = 155;  // calmer than the engine's own 175: instructions, heard once

struct Speaking {
  Sink const* sink;
  int rate;
};

// The engine hands its user data on in the events of each piece.
int take_piece(short* samples, int count, espeak_EVENT* events) {
  if (samples == nullptr || count <= 0 || events == nullptr) return 0;
  auto const* speaking = static_cast<Speaking const*>(events->user_data);
  if (speaking == nullptr) return 1;
  return (*speaking->sink)(speaking->rate, {samples, static_cast<std::size_t>(count)}) ? 0 : 1;
}

/// Opens the engine, once in a process: version 1.51 hangs when it is closed and opened a third time. Its
/// samples a second; not positive where it cannot be used.
int opened_rate() {
  static int const rate = [] {
    int const samples =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, piece_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (samples <= 0) return samples;
    espeak_SetSynthCallback(&take_piece);
    espeak_SetParameter(espeakRATE, words_a_minute, 0);
    return samples;
  }();
  return rate;
}

}  // namespace

Result<void> Engine::speak(std::string const& text, ports::Tongue tongue, Sink const& sink) {
  int const rate = opened_rate();
  if (rate <= 0)
    return Failure{FailureCode::internal_fault, "espeak-ng: 不能启动，请检查软件包 espeak-ng-data"};
  char const* const voice = tongue == ports::Tongue::english ? "en" : "cmn";
  if (espeak_SetVoiceByName(voice) != EE_OK) {
    return Failure{FailureCode::internal_fault, std::string{"espeak-ng: 没有语音 "} + voice};
  }
  Speaking speaking{&sink, rate};
  auto const said =
      espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &speaking);
  if (said != EE_OK) return Failure{FailureCode::internal_fault, "espeak-ng: 合成失败"};
  return {};
}

}  // namespace ce::voice
