#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "shared/base/result.h"

namespace ce::voice {

struct Recording {
  int rate = 0;
  std::vector<std::int16_t> samples;  // one channel
};

/// A WAV file of 16-bit PCM with one or two channels, 8 to 48 kHz, at most 4 MB. Fails with asset_missing,
/// naming the file and what is wrong.
[[nodiscard]] Result<Recording> read_recording(std::filesystem::path const& file);

}  // namespace ce::voice
