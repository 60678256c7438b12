#include "kiosk/voice/recording.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace ce::voice {
namespace {

constexpr std::size_t longest = 4U << 20U;

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

/// The content of the chunk of that name; empty where there is none.
std::string_view chunk(std::string_view wav, std::string_view name) {
  for (std::size_t at = 12; at + 8 <= wav.size();) {
    std::size_t const size = little(wav, at + 4, 4);
    if (wav.substr(at, 4) == name) return wav.substr(at + 8, size);
    at += 8 + size + size % 2;
  }
  return {};
}

}  // namespace

Result<Recording> read_recording(std::filesystem::path const& file) {
  auto const wrong = [&](std::string_view why) {
    return Failure{FailureCode::asset_missing, file.string() + ": " + std::string{why}};
  };
  std::ifstream in{file, std::ios::binary};
  std::string const wav{std::istreambuf_iterator<char>{in}, {}};
  if (wav.size() < 12 || wav.size() > longest || !wav.starts_with("RIFF") || wav.substr(8, 4) != "WAVE") {
    return wrong("不是 4 MB 以内的 WAV 文件");
  }
  auto const format = chunk(wav, "fmt ");
  auto const data = chunk(wav, "data");
  if (format.size() < 16 || little(format, 0, 2) != 1 || little(format, 14, 2) != 16) {
    return wrong("应为 16 位 PCM");
  }
  std::size_t const channels = little(format, 2, 2);
  auto const rate = little(format, 4, 4);
  if (channels < 1 || channels > 2 || rate < 8000 || rate > 48'000) {
    return wrong("应为单声道或双声道，8-48 kHz");
  }
  Recording recording;
  recording.rate = static_cast<int>(rate);
  for (std::size_t at = 0; at + channels * 2 <= data.size(); at += channels * 2) {
    int sum = 0;
    for (std::size_t i = 0; i < channels; ++i) {
      sum += static_cast<std::int16_t>(little(data, at + i * 2, 2));
    }
    recording.samples.push_back(static_cast<std::int16_t>(sum / static_cast<int>(channels)));
  }
  if (recording.samples.empty()) return wrong("没有声音");
  return recording;
}

}  // namespace ce::voice
