#pragma once

#include <cstddef>
#include <filesystem>
#include <thread>

#include "shared/base/clock.h"

namespace ce::log {

/// How long a log's files stay: what Logger::to_file is told, and days. No file: nothing is done.
struct Kept {
  std::filesystem::path file;
  std::size_t files = 10;  // that rotation keeps beside it
  int days = 180;          // the Cybersecurity Law, article 21 (3): logs of the network six months at least
};

/// Before the log is opened: a file whose first line is older than the `files`th part of `days` is set aside
/// as rotation would do, so that a quiet program's lines do not stay for years because its file never fills.
void set_aside_old(Kept const& kept, Instant now);

/// Lets go of the files that rotation left and nobody has written to for `days`; how many. The one in use
/// stays.
std::size_t drop_old(Kept const& kept, Instant now);

/// Both at once, then the latter every day on a thread of its own.
class Keeper {
 public:
  explicit Keeper(Kept kept);

 private:
  std::jthread thread_;
};

}  // namespace ce::log
