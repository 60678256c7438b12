#include "kiosk/start/attempts.h"

#include <gtest/gtest.h>

#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::start {
namespace {

using namespace std::chrono_literals;

struct AttemptsTest : testing::Test {
  test::TempDirectory directory;
  std::filesystem::path file = directory / "starts";

  /// A start that ends without a word, as by a crash.
  bool broken() const { return Attempts{file}.begin(); }
};

TEST_F(AttemptsTest, AfterThreeThatBrokeTheNextIsNotTriedAndTheOneAfterItIs) {
  EXPECT_FALSE(broken());
  EXPECT_FALSE(broken());
  EXPECT_FALSE(broken());
  EXPECT_TRUE(broken());
  EXPECT_FALSE(broken()) << "the screen was up for its time";
  EXPECT_TRUE(broken()) << "and it broke once more";
}

TEST_F(AttemptsTest, AnEndByItsOwnWillCountsNothing) {
  for (int i = 0; i < 10; ++i) {
    Attempts attempts{file};
    EXPECT_FALSE(attempts.begin());
    attempts.succeeded();
  }
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(AttemptsTest, OneThatHasLivedLongEnoughStartsTheCountAnew) {
  (void)broken();
  (void)broken();
  Attempts attempts{file, 50ms};
  EXPECT_FALSE(attempts.begin());
  while (std::filesystem::exists(file)) std::this_thread::sleep_for(5ms);
  EXPECT_FALSE(broken());
}

TEST_F(AttemptsTest, TheReasonOfTheLastIsKept) {
  for (auto const* reason : {"a", "b", "ledger: no space left\non device"}) {
    Attempts attempts{file};
    EXPECT_FALSE(attempts.begin());
    attempts.failed(reason);
  }
  Attempts attempts{file};
  EXPECT_TRUE(attempts.begin());
  EXPECT_EQ(attempts.reason(), "ledger: no space left\non device");
}

TEST_F(AttemptsTest, AFileThatIsNoneCountsNothing) {
  for (auto const* text : {"", "x", "-7", "99999999999999999999"}) {
    test::write_all(file, text);
    EXPECT_FALSE(broken()) << text;
  }
  Attempts nowhere{"/proc/none/starts"};
  EXPECT_FALSE(nowhere.begin());
}

}  // namespace
}  // namespace ce::start
