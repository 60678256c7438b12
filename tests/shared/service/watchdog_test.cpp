#include "shared/service/watchdog.h"

#include <gmock/gmock.h>

#include "kiosk/runner/worker.h"
#include "support/files.h"
#include "support/service_manager.h"
#include "support/temp_directory.h"

namespace ce::service {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class WatchdogTest : public testing::Test {
 protected:
  test::TempDirectory directory;
  test::ServiceManager manager{directory / "notify"};
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
  Pulse well;
  Pulse hung;
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
}  // namespace ce::service
