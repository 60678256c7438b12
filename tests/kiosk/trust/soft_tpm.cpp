#include "soft_tpm.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

namespace ce::test {
namespace {

/// A socket is there before anybody listens to it.
bool answers(std::filesystem::path const& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(address.sun_path, sizeof address.sun_path - 1);
  int const line = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  bool const connected = ::connect(line, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(line);
  return connected;
}

}  // namespace

SoftTpm::SoftTpm() {
  std::filesystem::create_directory(directory_ / "state");
  ::setenv("TPM2OPENSSL_TCTI", ("swtpm:path=" + (directory_ / "socket").string()).c_str(), 1);
  ::setenv("TSS2_LOG", "all+none", 1);  // it tells of each connection that is refused
  plug();
}

SoftTpm::~SoftTpm() {
  pull();
  ::unsetenv("TPM2OPENSSL_TCTI");
  ::unsetenv("TSS2_LOG");
}

void SoftTpm::plug() {
  auto state = "dir=" + (directory_ / "state").string();
  // The TCTI looks for it under that name.
  auto control = "type=unixio,path=" + (directory_ / "socket.ctrl").string();
  auto server = "type=unixio,path=" + (directory_ / "socket").string();
  std::array<char*, 12> arguments{const_cast<char*>("swtpm"),
                                  const_cast<char*>("socket"),
                                  const_cast<char*>("--tpm2"),
                                  const_cast<char*>("--tpmstate"),
                                  state.data(),
                                  const_cast<char*>("--ctrl"),
                                  control.data(),
                                  const_cast<char*>("--server"),
                                  server.data(),
                                  const_cast<char*>("--flags"),
                                  const_cast<char*>("not-need-init,startup-clear"),
                                  nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  auto const spawned = posix_spawnp(&child_, "swtpm", &quiet, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&quiet);
  ASSERT_EQ(spawned, 0) << "swtpm is not installed (packaging/apt-packages)";
  while (!answers(directory_ / "socket")) {
    ASSERT_EQ(::waitpid(child_, nullptr, WNOHANG), 0) << "swtpm ended";
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
}

void SoftTpm::pull() {
  if (child_ <= 0) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
  child_ = -1;
  for (auto const* name : {"socket", "socket.ctrl"}) std::filesystem::remove(directory_ / name);
}

void SoftTpm::clear() {
  pull();
  std::filesystem::remove_all(directory_ / "state");
  std::filesystem::create_directory(directory_ / "state");
  plug();
}

}  // namespace ce::test
