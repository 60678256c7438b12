#include "soft_tpm.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "support/tied_child.h"

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
  int const nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  // The TCTI looks for its control line under that name.
  child_ = start_tied(
      {{"swtpm", "socket", "--tpm2", "--tpmstate", "dir=" + (directory_ / "state").string(), "--ctrl",
        "type=unixio,path=" + (directory_ / "socket.ctrl").string(), "--server",
        "type=unixio,path=" + (directory_ / "socket").string(), "--flags", "not-need-init,startup-clear"},
       {{nowhere, STDOUT_FILENO}, {nowhere, STDERR_FILENO}},
       {}});
  ::close(nowhere);
  ASSERT_GT(child_, 0);
  while (!answers(directory_ / "socket")) {
    ASSERT_EQ(::waitpid(child_, nullptr, WNOHANG), 0)
        << "swtpm ended, or is not installed (packaging/apt-packages)";
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
