#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

namespace ce::test {

/// A program to start: words[0] is looked for in PATH.
struct ChildWish {
  std::vector<std::string> words;
  std::vector<std::pair<int, int>> files;  // of ours, and the number under which the child has it
  std::vector<std::string> environment;    // added to ours: NAME=value
  bool own_group = false;
};

/// Its process, which the kernel kills when the thread that called this ends, however it ends: a test that is
/// killed leaves nobody behind who holds a card reader or a port. -1 where there is no room for a process; a
/// program that is not there exits with 127.
inline pid_t start_tied(ChildWish wish) {
  std::vector<char*> arguments;
  arguments.reserve(wish.words.size() + 1);
  for (auto& word : wish.words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::vector<char*> settings;
  for (auto& setting : wish.environment) settings.push_back(setting.data());
  for (char** one = environ; *one != nullptr; ++one) settings.push_back(*one);
  settings.push_back(nullptr);
  pid_t const starter = ::getpid();
  pid_t const child = ::fork();
  if (child != 0) return child;
  // Only what may be called between fork and exec of a program with threads.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != starter) ::_exit(127);  // it ended before that was said
  if (wish.own_group) ::setpgid(0, 0);
  for (auto const& file : wish.files) ::dup2(file.first, file.second);
  ::execvpe(arguments[0], arguments.data(), settings.data());
  ::_exit(127);
}

}  // namespace ce::test
