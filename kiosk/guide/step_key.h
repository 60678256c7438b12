#pragma once

#include <cstdint>

namespace ce::guide {

/// The four keys by which everything is reached.
enum class StepKey : std::uint8_t { next, back, choose, repeat };

}  // namespace ce::guide
