// The reader pulled out and plugged in again in every state of a visit: the real visit, watch and driver, and
// the wire-level reader on its pty. What other workers answer is given by hand.
#include "kiosk/drivers/card_reader/reader_bench.h"
#include "kiosk/runner/runner.h"
#include "kiosk/session/visit.h"
#include "shared/identity/card.h"

namespace ce::runner {
namespace {

using namespace session;

constexpr std::chrono::seconds at_most{20};  // a hang ends the test; nothing takes that long

/// A state, and how a visitor comes to it from the home screen.
struct Way {
  char const* name;
  bool with_card;  // one is laid and read first
  std::vector<Event> events;
};

template <class... More>
std::vector<Event> with_years(More... more) {
  return {Event{PersonFound{some_years(), false}}, Event{std::move(more)}...};
}

template <class... More>
std::vector<Event> at_print(More... more) {
  return with_years(ShowYear{2025}, ChoosePrint{2025}, std::move(more)...);
}

std::vector<Event> typed(Event first, std::string const& keys, bool confirm) {
  std::vector<Event> events{std::move(first)};
  for (char const key : keys) events.emplace_back(Key{key});
  if (confirm) events.emplace_back(Confirm{});
  return events;
}

std::vector<Event> password_asked() {
  return typed(UseIdNumber{}, standard_number, true);
}

std::vector<Event> and_then(std::vector<Event> events, std::vector<Event> const& more) {
  events.insert(events.end(), more.begin(), more.end());
  return events;
}

std::vector<Way> every_way() {
  auto const asked = typed(VerifyCertificate{}, "44010625000001", true);
  auto const looked_up = and_then(password_asked(), typed(Key{'1'}, "2345678", true));
  return {
      {"home", false, {}},
      {"number", false, typed(UseIdNumber{}, "1101", false)},
      {"password", false, and_then(password_asked(), {Key{'1'}})},
      {"searching by password", false, looked_up},
      {"password refused", false, and_then(looked_up, {PersonNotFound{FailureCode::credential_refused}})},
      {"progress without a card", false, and_then(looked_up, with_years())},
      {"verify entry", false, typed(VerifyCertificate{}, "4401", false)},
      {"verifying", false, asked},
      {"verified", false, and_then(asked, {Verified{}})},
      {"not verified", false, and_then(asked, {VerifyFailed{FailureCode::central_unreachable}})},
      {"shut", false, {HallShut{true, {}}}},
      {"paused", false, {ServicePaused{true}}},
      {"staff here", false, {StaffPresent{true}}},
      {"searching", true, {}},
      {"unknown person", true, {PersonNotFound{FailureCode::person_unknown}}},
      {"central away", true, {PersonNotFound{FailureCode::central_unreachable}}},
      {"progress", true, with_years()},
      {"panel", true, with_years(ShowPanel{true})},
      {"certificates", true, with_years(ShowCertificates{})},
      {"preview", true, at_print()},
      {"preparing", true, at_print(Print{})},
      {"journaled", true, at_print(Print{}, PrintAdvanced{2025, PrintStage::journaled, {}})},
      {"submitted", true, at_print(Print{}, PrintAdvanced{2025, PrintStage::submitted, {}})},
      {"printing", true, at_print(Print{}, PrintAdvanced{2025, PrintStage::printing, {}})},
      {"held", true,
       at_print(Print{}, PrintAdvanced{2025, PrintStage::held, FailureCode::printer_out_of_paper})},
      {"take paper", true, at_print(Print{}, PrintEnded{2025, protocol::PrintOutcome::confirmed, {}})},
      {"print failed", true, at_print(Print{}, PrintEnded{2025, protocol::PrintOutcome::failed, {}})},
      {"outcome unknown", true, at_print(Print{}, PrintEnded{2025, protocol::PrintOutcome::unknown, {}})},
      {"take card", true, with_years(Exit{})},
  };
}

class ReaderPulled : public drivers::ReaderBench {
 protected:
  ReaderPulled() {
    for (auto const* name : {"01-complete", "02-incomplete"}) {
      cards_.push_back(
          identity::identity_from_card(drivers::block_of(name), china_date(clock_.now())).value());
    }
    state_.last_touch = clock_.tick();
    take(TimePassed{});
    watch_.start();
  }
  ~ReaderPulled() override { watch_.stop(); }

  void took(Stepped stepped) {
    state_ = std::move(stepped.state);
    stages_.at(state_.stage.index()) = true;
    watch_.assign(duty_in(state_), state_.visit);
  }
  void take(Event const& event) {
    took(step(std::move(state_), event, clock_.tick(), china_date(clock_.now())));
  }
  void hear() {
    for (auto const& letter : mailbox_.take()) {
      if (!letter.visit) {
        take(letter.event);
        continue;
      }
      took(step(std::move(state_), Posted{*letter.visit, letter.event}, clock_.tick(),
                china_date(clock_.now())));
    }
  }
  template <class Holds>
  void until(char const* what, Holds const& holds) {
    auto const end = std::chrono::steady_clock::now() + at_most;
    for (hear(); !holds(); hear()) {
      if (std::chrono::steady_clock::now() > end) return void(ADD_FAILURE() << "never " << what);
      std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
  }
  template <class S>
  [[nodiscard]] bool at() const {
    return std::holds_alternative<S>(state_.stage);
  }

  /// The next person's card; never the one of before.
  void come_with_card() {
    auto const whose = next_++ % cards_.size();
    lay(whose == 0 ? "01-complete" : "02-incomplete");
    until("the next person's card read", [&] { return at<Searching>(); });
    ASSERT_TRUE(state_.visitor);
    EXPECT_EQ(state_.visitor->identity.id_number, cards_.at(whose).id_number) << "another person's";
    EXPECT_FALSE(state_.visitor->years) << "what the last one was shown";
  }
  void pull() {
    ASSERT_EQ(say("unplug"), "ok");
    if (looks_at_reader()) until("missed", [&] { return !state_.surroundings.reader_ok; });
  }
  /// Under another name, as the kernel gives it.
  void plug() {
    ASSERT_EQ(say("replug ttyUSB" + std::to_string(++plugs_)), "ok");
    if (looks_at_reader()) until("found again", [&] { return state_.surroundings.reader_ok; });
  }
  [[nodiscard]] bool looks_at_reader() const {
    auto const duty = duty_in(state_);
    return duty == CardWatch::Duty::read_cards || duty == CardWatch::Duty::be_there;
  }
  /// By what the screen of that state has; the card is taken at the end.
  void go_away() {
    for (int i = 0; i < 4 && !at<Home>() && !at<TakeCard>(); ++i) {
      if (at<Printing>() && std::get<Printing>(state_.stage).stage != PrintStage::held) {
        take(PrintEnded{std::get<Printing>(state_.stage).year, protocol::PrintOutcome::unknown, {}});
      } else if (at<TakePaper>()) {
        take(PaperTaken{});
      } else {
        take(Exit{});
      }
    }
    EXPECT_FALSE(state_.visitor) << "no way on";
    ASSERT_EQ(say("lift"), "ok");
    until("home", [&] { return at<Home>(); });
    take(StaffPresent{false});
    take(ServicePaused{false});
    take(HallShut{false, {}});
    EXPECT_TRUE(state_.mode == Mode{}) << "the next one finds it as everybody does";
  }
  void stays_home() {
    for (int i = 0; i < 60; ++i) {
      hear();
      ASSERT_TRUE(at<Home>()) << "what was left behind is shown";
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
  }

  SystemClock const clock_;
  std::vector<identity::Identity> cards_;
  std::size_t next_ = 0;
  int plugs_ = 0;
  State state_;
  std::array<bool, std::variant_size_v<Stage>> stages_{};
  Mailbox mailbox_{[] {}};
  ConditionBoard board_{mailbox_};
  log::Logger const logger_ = log::Logger::to_stderr(log::Level::error);
  drivers::SamReader reader_ = make_reader();
  CardWatch watch_{reader_, mailbox_, board_, clock_, logger_};
};

TEST_F(ReaderPulled, InEveryStateOfAVisitChangesNothingAndTheNextCardIsTheNextPersons) {
  for (auto const& way : every_way()) {
    SCOPED_TRACE(way.name);
    if (way.with_card) come_with_card();
    for (auto const& event : way.events) take(event);
    auto const stage = state_.stage.index();
    bool const visited = state_.visitor.has_value();
    pull();
    EXPECT_EQ(state_.stage.index(), stage);
    take(TimePassed{});
    plug();
    EXPECT_EQ(state_.stage.index(), stage);
    EXPECT_EQ(state_.visitor.has_value(), visited);
    go_away();
    if (HasFatalFailure()) return;
  }
  come_with_card();
  go_away();
  stages_.at(Stage{ReadingCard{}}.index()) = true;  // the test below
  for (std::size_t i = 0; i < stages_.size(); ++i)
    EXPECT_TRUE(stages_.at(i)) << "stage " << i << " was not reached";
}

TEST_F(ReaderPulled, WhileItReadsIsSaidAndTheSameCardIsReadOnceItIsBack) {
  ASSERT_EQ(say("fault unplug"), "ok");
  lay("01-complete");
  until("told", [&] { return at<Fault>(); });
  EXPECT_EQ(std::get<Fault>(state_.stage).code, FailureCode::reader_absent);
  EXPECT_FALSE(state_.visitor);
  EXPECT_FALSE(state_.surroundings.reader_ok);
  take(Exit{});
  EXPECT_TRUE(at<Home>());
  plug();
  until("read", [&] { return at<Searching>(); });
  EXPECT_EQ(state_.visitor->identity.id_number, cards_.front().id_number);
  next_ = 1;
  go_away();
  come_with_card();
}

TEST_F(ReaderPulled, ACardThatWasLeftOnItIsNotReadForTheNextPerson) {
  come_with_card();
  for (auto const& event : with_years(Exit{})) take(event);
  ASSERT_TRUE(at<TakeCard>());
  pull();
  take(Exit{});
  ASSERT_TRUE(at<Home>());
  plug();  // with power it finds whatever lies there
  stays_home();
  ASSERT_EQ(say("lift"), "ok");
  stays_home();
  come_with_card();
  // And one that is taken while the reader is away is gone when it is back.
  for (auto const& event : with_years(Exit{})) take(event);
  pull();
  ASSERT_EQ(say("lift"), "ok");
  EXPECT_TRUE(at<TakeCard>());
  plug();
  until("home", [&] { return at<Home>(); });
  come_with_card();
}

TEST_F(ReaderPulled, ACardThatStaffTriedItWithIsNoVisitor) {
  ASSERT_TRUE(watch_.lending().borrow(at_most));
  auto tried = make_reader();
  lay("01-complete");
  EXPECT_EQ(drivers::poll_once(tried), drivers::block_of("01-complete"));
  tried.let_go();
  ASSERT_EQ(say("unplug"), "ok");
  ASSERT_EQ(say("replug ttyUSB9"), "ok");
  watch_.lending().give_back();
  until("found again", [&] { return state_.surroundings.reader_ok; });
  stays_home();
  ASSERT_EQ(say("lift"), "ok");
  stays_home();
  next_ = 1;
  come_with_card();
}

}  // namespace
}  // namespace ce::runner
