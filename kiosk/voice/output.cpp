#include "kiosk/voice/output.h"

#include <alsa/asoundlib.h>

namespace ce::voice {
namespace {

constexpr unsigned buffer_us = 200'000;

Failure failure(std::string const& device, int error) {
  return {FailureCode::internal_fault, "声音设备 " + device + ": " + snd_strerror(error)};
}

// The library writes its troubles to standard error; we tell them once, in the log.
void keep_quiet(char const* /*file*/, int /*line*/, char const* /*function*/, int /*error*/,
                char const* /*format*/, ...) {}  // NOLINT(cert-dcl50-cpp)

}  // namespace

void Output::Close::operator()(_snd_pcm* pcm) const {
  snd_pcm_drop(pcm);
  snd_pcm_close(pcm);
}

Result<Output> Output::open(std::string const& device, int rate) {
  snd_lib_error_set_handler(&keep_quiet);
  snd_pcm_t* pcm = nullptr;
  if (int const error = snd_pcm_open(&pcm, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0) {
    return failure(device, error);
  }
  Output output{pcm, rate};
  int const error = snd_pcm_set_params(pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                       static_cast<unsigned>(rate), 1, buffer_us);
  if (error < 0) return failure(device, error);
  return output;
}

Result<void> Output::write(Samples samples) {
  while (!samples.empty()) {
    auto written = snd_pcm_writei(pcm_.get(), samples.data(), samples.size());
    // Nothing came in time: the device starts anew, and goes on.
    if (written < 0) written = snd_pcm_recover(pcm_.get(), static_cast<int>(written), 1);
    if (written < 0) return failure("", static_cast<int>(written));
    samples = samples.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

int Output::remaining_ms() const {
  snd_pcm_sframes_t frames = 0;
  if (snd_pcm_state(pcm_.get()) != SND_PCM_STATE_RUNNING || snd_pcm_delay(pcm_.get(), &frames) < 0) return 0;
  return frames > 0 ? static_cast<int>(frames * 1000 / rate_) : 0;
}

}  // namespace ce::voice
