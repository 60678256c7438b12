#pragma once

#include <cstdint>
#include <string>

namespace ce::console {

/// How far a job is, for the script of its page.
struct JobProgress {
  bool ended = false;
  std::int64_t done = 0;
  std::int64_t all = 0;
  std::string told;
};

}  // namespace ce::console
