#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "reader_bench.h"
#include "support/tied_child.h"

namespace ce::drivers {
namespace {

/// In a process of its own: starts a reader, says which process it is, and waits to be killed.
[[noreturn]] void start_and_wait(std::filesystem::path const& directory, int tell) {
  pid_t const reader = test::start_tied(
      {{CE_BIN_DIR "/ce-test-reader", "--link", directory / "ttyUSB0", "--control", directory / "control"},
       {},
       {},
       true});
  if (::write(tell, &reader, sizeof reader) == sizeof reader) ::pause();
  ::_exit(1);
}

// It would hold a pty under whose number the next test finds its own reader.
TEST(Orphans, AReaderEndsWithATestThatIsKilled) {
  ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);  // who has lost its starter comes to us
  test::TempDirectory const directory;
  std::array<int, 2> told{};
  ASSERT_EQ(::pipe(told.data()), 0);
  pid_t const starter = ::fork();
  if (starter == 0) start_and_wait(directory.path(), told[1]);
  ::close(told[1]);
  pid_t reader = -1;
  ASSERT_EQ(::read(told[0], &reader, sizeof reader), static_cast<ssize_t>(sizeof reader));
  ::close(told[0]);
  for (int i = 0; i < 1000 && !std::filesystem::exists(directory / "control"); ++i) ::usleep(10'000);
  ASSERT_TRUE(std::filesystem::exists(directory / "control")) << "it does not run";
  ASSERT_EQ(::kill(reader, 0), 0);

  ::kill(starter, SIGKILL);
  ASSERT_EQ(::waitpid(starter, nullptr, 0), starter);
  int status = 0;
  pid_t ended = 0;
  for (int i = 0; i < 1000 && ended == 0; ++i) {
    ended = ::waitpid(reader, &status, WNOHANG);
    if (ended == 0) ::usleep(10'000);
  }
  if (ended == 0) ::kill(-reader, SIGKILL);
  EXPECT_EQ(ended, reader) << "it has outlived its starter";
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << status;
}

}  // namespace
}  // namespace ce::drivers
