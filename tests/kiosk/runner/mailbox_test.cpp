// Letters and threads.
#include "kiosk/runner/mailbox.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "kiosk/runner/condition_board.h"
#include "kiosk/runner/worker.h"

namespace ce::runner {
namespace {

TEST(Mailbox, LettersComeInTheirOrderAndEachKnocks) {
  int knocks = 0;
  Mailbox mailbox{[&knocks] { ++knocks; }};
  mailbox.post(7, session::CardFound{});
  mailbox.post(session::TimePassed{});
  EXPECT_EQ(knocks, 2);
  auto const letters = mailbox.take();
  ASSERT_EQ(letters.size(), 2U);
  EXPECT_EQ(letters[0].visit, session::VisitId{7});
  EXPECT_FALSE(letters[1].visit);
  EXPECT_TRUE(mailbox.take().empty());
}

TEST(Board, TellsChangesOnly) {
  Mailbox mailbox{[] {}};
  ConditionBoard board{mailbox};
  board.printer_problem(FailureCode::printer_jammed);
  board.printer_problem(FailureCode::printer_jammed);
  auto const letters = mailbox.take();
  ASSERT_EQ(letters.size(), 1U);
  EXPECT_EQ(std::get<session::SurroundingsChanged>(letters[0].event).now.printer_problem,
            FailureCode::printer_jammed);
}

TEST(Worker, DoesItsTasksInOrderOnAnotherThread) {
  Worker worker{std::chrono::hours{1}, nullptr};
  std::vector<int> done;
  std::latch all{3};
  worker.start();
  for (int i = 0; i < 3; ++i) {
    worker.give([&done, &all, i] {
      done.push_back(i);
      all.count_down();
    });
  }
  all.wait();
  EXPECT_EQ(done, (std::vector{0, 1, 2}));
}

TEST(Worker, EndingWaitsForTheTaskUnderWay) {
  std::atomic<bool> ended{false};
  std::latch begun{1};
  {
    Worker worker{std::chrono::hours{1}, nullptr};
    worker.start();
    worker.give([&] {
      begun.count_down();
      while (!worker.stopping()) std::this_thread::yield();
      ended = true;
    });
    begun.wait();
  }
  EXPECT_TRUE(ended);
}

}  // namespace
}  // namespace ce::runner
