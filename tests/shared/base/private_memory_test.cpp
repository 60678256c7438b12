#include "shared/base/private_memory.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ce {
namespace {

TEST(Memory, IsForNobodyElse) {
  auto const child = ::fork();
  if (child == 0) {
    keep_memory_private();
    rlimit core{1, 1};
    (void)::getrlimit(RLIMIT_CORE, &core);
    ::_exit(::prctl(PR_GET_DUMPABLE) == 0 && core.rlim_max == 0 ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST(Memory, IsNotLockedWhereItWouldEndAtTheLimit) {
  auto const child = ::fork();
  if (child == 0) {
    rlimit const little{65536, 65536};
    (void)::setrlimit(RLIMIT_MEMLOCK, &little);
    ::_exit(lock_memory() ? 1 : 0);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace ce
