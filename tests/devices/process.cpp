#include "tests/devices/process.h"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace ce::devices {

Process::Process(std::vector<std::string> const& command) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) std::abort();
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, pipe[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addclose(&files, pipe[0]);
  ::posix_spawn_file_actions_addclose(&files, pipe[1]);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);

  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (::posix_spawn(&pid_, words[0].c_str(), &files, &attributes, arguments.data(), environ) != 0)
    std::abort();
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
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
