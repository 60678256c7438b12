#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace ce::devices {

/// A program started by a test, in a process group of its own, ended with SIGTERM when this ends, and killed
/// when the test's thread is gone (support/tied_child.h).
class Process {
 public:
  /// Aborts the test program when it cannot be started.
  explicit Process(std::vector<std::string> const& command);
  Process(Process const&) = delete;
  Process& operator=(Process const&) = delete;
  ~Process();

  /// The next line of its standard output; empty when it has ended or said nothing for 20 s.
  std::string read_line();
  /// To the whole group, then waits for the end.
  void end(int signal);

 private:
  pid_t pid_ = -1;
  int output_ = -1;
};

}  // namespace ce::devices
