#include "kiosk/start/watchdog.h"

#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

#include "kiosk/runner/worker.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::start {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The end of the line where systemd would listen.
class Manager {
 public:
  explicit Manager(std::filesystem::path const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    ::setenv("WATCHDOG_USEC", "30000000", 1);
  }
  ~Manager() {
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
    ::close(socket_);
  }
  Manager(Manager const&) = delete;
  Manager& operator=(Manager const&) = delete;

  [[nodiscard]] std::vector<std::string> heard() const {
    std::vector<std::string> all;
    std::array<char, 256> text{};
    for (auto size = ::recv(socket_, text.data(), text.size(), MSG_DONTWAIT); size > 0;
         size = ::recv(socket_, text.data(), text.size(), MSG_DONTWAIT)) {
      all.emplace_back(text.data(), static_cast<std::size_t>(size));
    }
    return all;
  }

 private:
  int socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

class WatchdogTest : public testing::Test {
 protected:
  test::TempDirectory directory;
  Manager manager{directory / "notify"};
  log::Logger logger = *log::Logger::to_file(directory / "log", 1U << 20U, 1);
  Watchdog watchdog{logger};
  Tick now = Tick::clock::now();
};

TEST_F(WatchdogTest, TellsThatItIsReadyAndThenAThirdOfTheTimeThatItLives) {
  watchdog.tell(now);
  EXPECT_THAT(manager.heard(), ElementsAre("READY=1", "WATCHDOG=1"));
  EXPECT_EQ(watchdog.due(), now + 10s);
  watchdog.tell(now + 9s);
  EXPECT_THAT(manager.heard(), IsEmpty());
  watchdog.tell(now + 10s);
  EXPECT_THAT(manager.heard(), ElementsAre("WATCHDOG=1"));
}

TEST_F(WatchdogTest, IsSilentWhileAWorkerHangsAndSaysWhoOnce) {
  runner::Pulse well;
  runner::Pulse hung;
  hung.beat(now);
  watchdog.watch({{"inquiries", &well, 120s}, {"print", &hung, 300s}});  // one that never began is not late
  watchdog.tell(now);
  EXPECT_THAT(manager.heard(), ElementsAre("READY=1", "WATCHDOG=1"));
  watchdog.tell(now + 320s);
  watchdog.tell(now + 340s);
  EXPECT_THAT(manager.heard(), IsEmpty());
  auto const told = test::read_all(directory / "log");
  EXPECT_THAT(told, HasSubstr("print has not come round for 300 s"));
  EXPECT_EQ(told.find("300 s"), told.rfind("300 s"));
  hung.beat(now + 345s);
  watchdog.tell(now + 350s);
  EXPECT_THAT(manager.heard(), ElementsAre("WATCHDOG=1"));
}

TEST_F(WatchdogTest, AWorkerBeatsWhetherItHasTasksOrNot) {
  runner::Worker worker{1ms, [] {}};
  EXPECT_FALSE(worker.pulse().last());
  worker.start();
  auto const beats_after = [&worker](Tick since) {
    while (!worker.pulse().last() || *worker.pulse().last() <= since) std::this_thread::sleep_for(1ms);
    return *worker.pulse().last();
  };
  auto const first = beats_after(Tick{});
  worker.give([] {});
  EXPECT_GT(beats_after(first), first);
  worker.stop();
  EXPECT_FALSE(worker.pulse().last());
}

TEST(WithoutAManager, NothingIsDueAndNobodyIsTold) {
  auto const logger = log::Logger::to_stderr();
  Watchdog watchdog{logger};
  watchdog.tell(Tick::clock::now());
  EXPECT_FALSE(watchdog.due());
}

}  // namespace
}  // namespace ce::start
