#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace ce::voice {

using Samples = std::span<std::int16_t const>;

/// Takes a piece of sound, one channel, of so many samples a second; false: no more of it is wanted.
using Sink = std::function<bool(int rate, Samples samples)>;

}  // namespace ce::voice
