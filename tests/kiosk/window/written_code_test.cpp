#include "kiosk/window/written_code.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace ce::window {
namespace {

/// What systemd's MemoryDenyWriteExecute= does to mmap.
bool forbid_written_code() {
  constexpr auto protection =
      static_cast<std::uint32_t>(offsetof(seccomp_data, args) + 2 * sizeof(std::uint64_t));
  constexpr std::uint32_t both = PROT_WRITE | PROT_EXEC;
  std::array<sock_filter, 7> code{{{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
                                   {BPF_JMP | BPF_JEQ | BPF_K, 0, 4, __NR_mmap},
                                   {BPF_LD | BPF_W | BPF_ABS, 0, 0, protection},
                                   {BPF_ALU | BPF_AND | BPF_K, 0, 0, both},
                                   {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, both},
                                   {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
                                   {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}}};
  sock_fprog const program{static_cast<unsigned short>(code.size()), code.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// By a process of its own: a filter is for good.
int answer_of_a_child(bool forbidden) {
  auto const child = ::fork();
  if (child == 0) ::_exit(forbidden && !forbid_written_code() ? 2 : static_cast<int>(may_run_written_code()));
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(WrittenCode, MayBeRunUntilTheServiceForbidsIt) {
  EXPECT_EQ(answer_of_a_child(false), 1);
  EXPECT_EQ(answer_of_a_child(true), 0);
}

}  // namespace
}  // namespace ce::window
