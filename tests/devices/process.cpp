#include "tests/devices/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "support/tied_child.h"

namespace ce::devices {

Process::Process(std::vector<std::string> const& command) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) std::abort();
  pid_ = test::start_tied({command, {{pipe[1], STDOUT_FILENO}}, {}, true});
  if (pid_ < 0) std::abort();
  ::close(pipe[1]);
  output_ = pipe[0];
}

Process::~Process() {
  end(SIGTERM);
  ::close(output_);
}

std::string Process::read_line() {
  std::string line;
  pollfd watched{output_, POLLIN, 0};
  char c = 0;
  while (::poll(&watched, 1, 20'000) == 1 && ::read(output_, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

void Process::end(int signal) {
  if (pid_ < 0) return;
  ::kill(-pid_, signal);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

}  // namespace ce::devices
