#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/files.h"

namespace ce::voice {

/// A WAV file of 16-bit PCM, one channel, as bytes.
inline std::string wav(int rate, std::vector<std::int16_t> const& samples, int channels = 1) {
  auto const number = [](std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
  };
  std::string data;
  for (auto sample : samples) data += number(static_cast<std::uint16_t>(sample), 2);
  auto const unsigned_rate = static_cast<std::uint32_t>(rate);
  auto const count = static_cast<std::uint32_t>(channels);
  std::string const body = "WAVEfmt " + number(16, 4) + number(1, 2) + number(count, 2) +
                           number(unsigned_rate, 4) + number(unsigned_rate * 2 * count, 4) +
                           number(2 * count, 2) + number(16, 2) + "data" +
                           number(static_cast<std::uint32_t>(data.size()), 4) + data;
  return "RIFF" + number(static_cast<std::uint32_t>(body.size()), 4) + body;
}

}  // namespace ce::voice
