#pragma once

#include <cstddef>

namespace ce::bench {

/// How often this program has taken memory from the heap so far. One thread only.
[[nodiscard]] std::size_t allocations();

}  // namespace ce::bench
