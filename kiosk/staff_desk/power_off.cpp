#include "kiosk/staff_desk/power_off.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

namespace ce::staff_desk {

Result<void> power_off(std::vector<std::string> const& command) {
  Failure const refused{FailureCode::not_permitted,
                        "关机没有办成，请管理员检查 kiosk.toml 的 [staff] power_off"};
  if (command.empty()) return refused;
  auto words = command;
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // This program holds its stop signals back; what it starts must not.
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return refused;
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t child = 0;
  int const started =
      posix_spawnp(&child, arguments.front(), nullptr, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  int status = 0;
  if (started != 0 || ::waitpid(child, &status, 0) != child) return refused;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return refused;
  return {};
}

}  // namespace ce::staff_desk
