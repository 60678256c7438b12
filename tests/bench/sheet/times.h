#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

/// One sheet after another in one process, the first with all that a first one needs: the bytes of one, then
/// a line of milliseconds each.
template <class Make>
void tell_times(int count, Make make) {
  std::string lines;
  std::size_t bytes = 0;
  for (int i = 0; i < count; ++i) {
    auto const begin = std::chrono::steady_clock::now();
    bytes = make().size();
    auto const ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    lines += std::to_string(ms) + "\n";
  }
  std::printf("%zu\n%s", bytes, lines.c_str());
}
