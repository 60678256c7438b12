#pragma once

#include <memory>
#include <string>

#include "kiosk/voice/pcm.h"
#include "shared/base/result.h"

struct _snd_pcm;

namespace ce::voice {

/// An ALSA device while something is played on it. One thread.
class Output {
 public:
  /// Fails with internal_fault, naming the device and why it cannot be used.
  static Result<Output> open(std::string const& device, int rate);

  /// Waits until the device has room, at most a fifth of a second at a time. Fails with internal_fault.
  Result<void> write(Samples samples);
  /// How long what was written still sounds, in milliseconds; 0 where the device cannot tell.
  [[nodiscard]] int remaining_ms() const;
  [[nodiscard]] int rate() const { return rate_; }

 private:
  struct Close {
    void operator()(_snd_pcm* pcm) const;
  };
  Output(_snd_pcm* pcm, int rate) : pcm_(pcm), rate_(rate) {}

  std::unique_ptr<_snd_pcm, Close> pcm_;
  int rate_ = 0;
};

}  // namespace ce::voice
