// The reader's thread: a real driver on the wire-level reader, and the letters it sends.
#include "kiosk/runner/card_watch.h"

#include <condition_variable>

#include "kiosk/drivers/card_reader/reader_bench.h"

namespace ce::runner {
namespace {

constexpr session::VisitId visit = 7;
constexpr std::chrono::seconds patience{20};  // a hang ends the test; nothing takes that long

class Watching : public drivers::ReaderBench {
 protected:
  explicit Watching(drivers::PresenceProbe probe = drivers::PresenceProbe::reset)
      : reader_(make_reader(probe)) {
    watch_.start();
  }
  ~Watching() override { watch_.stop(); }

  /// The next event of the kind, whatever else comes before it.
  template <class E>
  std::optional<E> next() {
    std::optional<E> found;
    std::unique_lock lock{mutex_};
    knocked_.wait_for(lock, patience, [&] {
      for (auto& letter : mailbox_.take()) letters_.push_back(std::move(letter));
      while (!letters_.empty() && !found) {
        auto const letter = std::move(letters_.front());
        letters_.erase(letters_.begin());
        if (auto const* event = std::get_if<E>(&letter.event)) {
          EXPECT_EQ(letter.visit.value_or(visit), visit);
          found = *event;
        }
      }
      return found.has_value();
    });
    return found;
  }

  void knock() {
    std::scoped_lock const lock{mutex_};
    knocked_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable knocked_;
  std::vector<Letter> letters_;
  Mailbox mailbox_{[this] { knock(); }};
  ConditionBoard board_{mailbox_};
  SystemClock const clock_;
  log::Logger const logger_ = log::Logger::to_stderr(log::Level::error);
  drivers::SamReader reader_;
  CardWatch watch_{reader_, mailbox_, board_, clock_, logger_};
};

TEST_F(Watching, ACardIsAnnouncedBeforeItIsRead) {
  watch_.assign(CardWatch::Duty::read_cards, visit);
  lay("01-complete");
  ASSERT_TRUE(next<session::CardFound>());
  auto const read = next<session::CardRead>();
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->identity.id_number.reveal().empty());
}

TEST_F(Watching, ACardThatStaysUnreadableIsRefused) {
  ASSERT_EQ(say("fault checksum 3"), "ok");
  watch_.assign(CardWatch::Duty::read_cards, visit);
  lay("01-complete");
  ASSERT_TRUE(next<session::CardFound>());
  auto const refused = next<session::CardRefused>();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, FailureCode::card_unreadable);
}

TEST_F(Watching, AReaderPulledOutWhileReadingEndsTheReading) {
  ASSERT_EQ(say("fault unplug"), "ok");
  watch_.assign(CardWatch::Duty::read_cards, visit);
  lay("01-complete");
  ASSERT_TRUE(next<session::CardFound>());
  auto const refused = next<session::CardRefused>();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, FailureCode::reader_absent);
  EXPECT_FALSE(board_.now().reader_ok);
  ASSERT_EQ(say("replug ttyUSB3"), "ok");
  EXPECT_TRUE(next<session::CardRead>()) << "found under its new name";
  EXPECT_TRUE(board_.now().reader_ok);
}

TEST_F(Watching, ACardThatIsTakenAwayIsTold) {
  watch_.assign(CardWatch::Duty::read_cards, visit);
  lay("01-complete");
  ASSERT_TRUE(next<session::CardRead>());
  watch_.assign(CardWatch::Duty::await_lifting, visit);
  ASSERT_EQ(say("lift"), "ok");
  EXPECT_TRUE(next<session::CardLifted>());
}

/// A reader that may not be reset, so that it cannot tell whether the card is gone.
class WatchingBlindly : public Watching {
 protected:
  WatchingBlindly() : Watching(drivers::PresenceProbe::none) {}
};

TEST_F(WatchingBlindly, TheNextCardTellsThatTheLastOneIsGone) {
  watch_.assign(CardWatch::Duty::read_cards, visit);
  lay("01-complete");
  auto const first = next<session::CardRead>();
  ASSERT_TRUE(first);
  watch_.assign(CardWatch::Duty::await_lifting, visit);
  ASSERT_EQ(say("lift"), "ok");
  lay("02-incomplete");
  ASSERT_TRUE(next<session::CardLifted>());
  auto const second = next<session::CardRead>();
  ASSERT_TRUE(second);
  EXPECT_NE(second->identity.id_number.reveal(), first->identity.id_number.reveal());
}

TEST_F(Watching, AtRestNoCardIsRead) {
  watch_.assign(CardWatch::Duty::rest, visit);
  lay("01-complete");
  std::this_thread::sleep_for(std::chrono::milliseconds{600});
  EXPECT_TRUE(mailbox_.take().empty());
}

}  // namespace
}  // namespace ce::runner
