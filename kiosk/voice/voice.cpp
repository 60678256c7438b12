#include "kiosk/voice/voice.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "kiosk/voice/recording.h"

namespace ce::voice {
namespace {

using namespace std::chrono_literals;

constexpr auto look_again = 30s;
constexpr int usual_rate = 22'050;
constexpr std::size_t piece = 1024;  // samples: what is still played after stop()

// Steps of 5 dB, as loudness is heard; 5 is all there is.
constexpr std::array loudness{0.1F, 0.178F, 0.316F, 0.562F, 1.F};

std::vector<std::int16_t> at_volume(Samples samples, int volume) {
  float const factor = loudness.at(static_cast<std::size_t>(std::clamp(volume, 1, 5) - 1));
  std::vector<std::int16_t> out(samples.size());
  std::transform(samples.begin(), samples.end(), out.begin(), [factor](std::int16_t sample) {
    return static_cast<std::int16_t>(static_cast<float>(sample) * factor);
  });
  return out;
}

}  // namespace

Voice::Voice(VoiceOptions options, log::Logger const& logger, std::function<void()> changed)
    : options_(std::move(options)), logger_(&logger), changed_(std::move(changed)) {
  thread_ = std::jthread{[this](std::stop_token const& stop) { run(stop); }};
}

Voice::~Voice() {
  ++turn_;
  thread_.request_stop();
  thread_.join();
}

void Voice::say(ports::Utterance utterance) {
  {
    std::scoped_lock const lock{mutex_};
    ++turn_;
    next_ = std::move(utterance);
    busy_ = true;
  }
  woken_.notify_one();
}

void Voice::stop() {
  std::scoped_lock const lock{mutex_};
  ++turn_;
  next_.reset();
}

void Voice::run(std::stop_token const& stop) {
  look_for_device();
  while (!stop.stop_requested()) {
    std::optional<ports::Utterance> now;
    std::uint64_t turn = 0;
    {
      std::unique_lock lock{mutex_};
      busy_ = next_.has_value();
      woken_.wait_for(lock, stop, look_again, [this] { return next_.has_value(); });
      now.swap(next_);
      turn = turn_;
    }
    if (stop.stop_requested()) return;
    if (now) {
      utter(*now, turn);
    } else if (!fitted_) {
      look_for_device();
    }
  }
}

void Voice::look_for_device() {
  auto const output = Output::open(options_.device, usual_rate);
  note_device(output.ok(), output ? "" : describe(output.failure()));
}

void Voice::note_device(bool fitted, std::string const& why) {
  if (!fitted && !told_) logger_->event(log::Event::failure, {{"where", "voice"}, {"why", why}});
  told_ = !fitted;
  if (fitted_.exchange(fitted) != fitted && changed_) changed_();
}

void Voice::utter(ports::Utterance const& utterance, std::uint64_t turn) {
  std::optional<Output> output;
  auto const wanted = [&] { return turn_ == turn; };
  auto const sink = [&](int rate, Samples samples) {
    if (!output) {
      auto opened = Output::open(options_.device, rate);
      note_device(opened.ok(), opened ? "" : describe(opened.failure()));
      if (!opened) return false;
      output.emplace(std::move(opened).value());
    }
    auto const loud = at_volume(samples, utterance.volume);
    for (Samples rest{loud}; !rest.empty() && wanted();) {
      auto const some = rest.first(std::min(piece, rest.size()));
      if (!output->write(some)) return false;
      rest = rest.subspan(some.size());
    }
    return wanted();
  };
  if (!wanted()) return;
  if (auto const played = play(utterance, sink); !played) {
    logger_->event(log::Event::failure, {{"where", "voice"}, {"why", describe(played.failure())}});
  }
  // What the device holds sounds to its end, unless something else is to be said; closing cuts it off.
  while (output && wanted() && output->remaining_ms() > 0) std::this_thread::sleep_for(20ms);
}

Result<void> Voice::play(ports::Utterance const& utterance, Sink const& sink) {
  bool const english = utterance.tongue == ports::Tongue::english;
  if (!options_.recordings.empty() && !utterance.recording.empty()) {
    auto const file = options_.recordings / (english ? "en" : "zh") / (utterance.recording + ".wav");
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
      auto const recording = read_recording(file);
      if (recording) {
        sink(recording->rate, recording->samples);
        return {};
      }
      // Better the engine's voice than none.
      logger_->event(log::Event::failure, {{"where", "voice"}, {"why", describe(recording.failure())}});
    }
  }
  return engine_.speak(utterance.text, utterance.tongue, sink);
}

}  // namespace ce::voice
