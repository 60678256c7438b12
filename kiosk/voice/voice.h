#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/ports/speaker.h"
#include "kiosk/voice/engine.h"
#include "kiosk/voice/output.h"
#include "shared/log/log.h"

namespace ce::voice {

struct VoiceOptions {
  std::string device = "default";         // ALSA's name
  std::filesystem::path recordings = {};  // <recordings>/zh/<name>.wav, <recordings>/en/<name>.wav
};

/// Speaks on a thread of its own: a recorded file where there is one, else the engine. Without a device it is
/// silent, says so once in the log, and looks for one again every half minute.
class Voice final : public ports::Speaker {
 public:
  /// `changed`: from its own thread, when fitted() changes. Logger borrowed.
  Voice(VoiceOptions options, log::Logger const& logger, std::function<void()> changed = {});
  ~Voice() override;

  void say(ports::Utterance utterance) override;
  void stop() override;
  [[nodiscard]] bool busy() const override { return busy_; }
  [[nodiscard]] bool fitted() const override { return fitted_; }

 private:
  void run(std::stop_token const& stop);
  void utter(ports::Utterance const& utterance, std::uint64_t turn);
  Result<void> play(ports::Utterance const& utterance, Sink const& sink);
  void look_for_device();
  void note_device(bool fitted, std::string const& why);

  VoiceOptions options_;
  log::Logger const* logger_;
  std::function<void()> changed_;
  Engine engine_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::optional<ports::Utterance> next_;
  std::atomic<std::uint64_t> turn_{
      0};  // counts what was asked for: what belongs to an earlier one falls silent
  std::atomic<bool> busy_{false};
  std::atomic<bool> fitted_{true};  // until a device was looked for
  bool told_ = false;               // the log knows that there is none
  std::jthread thread_;
};

}  // namespace ce::voice
