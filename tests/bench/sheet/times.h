#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

/// MB that this program has held at most. By the kernel's word for this program alone: rusage counts in what
/// held the process before it.
inline double most_memory_mb() {
  std::ifstream status{"/proc/self/status"};
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

/// One sheet after another in one process, the first with all that a first one needs: the bytes of one and
/// the MB held at most, then a line of milliseconds each.
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
  std::printf("%zu %.1f\n%s", bytes, most_memory_mb(), lines.c_str());
}
