// The reader pulled out on every page of the staff's area and of the guided set-up: the real pages, watch and
// driver, and the wire-level reader on its pty.
#include "kiosk/drivers/card_reader/reader_bench.h"
#include "kiosk/runner/runner.h"
#include "kiosk/session/step.h"
#include "kiosk/set_up/try_out.h"
#include "kiosk/staff_area/present.h"
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_desk/staff_desk.h"
#include "support/files.h"

namespace ce::staff_desk {
namespace {

namespace area = staff_area;
using session::StaffKey;
using session::StaffTouch;

template <class S>
area::Stage some() {
  if constexpr (std::is_same_v<S, area::OnePrint>) {
    return S{journal::PrintEntry{EntryId::make(), journal::PrintState::unknown, {}, 1, {}, {}, {}, {}, {}}};
  } else {
    return S{};
  }
}

template <std::size_t... I>
std::vector<area::Stage> one_of_each(std::index_sequence<I...> /*all*/) {
  return {some<std::variant_alternative_t<I, area::Stage>>()...};
}

class StaffReaderPulled : public drivers::ReaderBench {
 protected:
  SystemClock clock_;
  present::Words words_ =
      present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml")).value();
  session::State visit_;
  area::State state_;
  runner::Mailbox mailbox_{[] {}};
  runner::ConditionBoard board_{mailbox_};
  log::Logger const logger_ = log::Logger::to_stderr(log::Level::error);
  drivers::SamReader reader_ = make_reader();
  runner::CardWatch watch_{reader_, mailbox_, board_, clock_, logger_};
  int plugs_ = 0;

  void take(session::Event const& event) {
    visit_ = session::step(std::move(visit_), event, clock_.tick(), china_date(clock_.now())).state;
    watch_.assign(runner::duty_in(visit_), visit_.visit);
  }
  std::vector<area::Effect> staff(area::Event const& event) {
    auto stepped = area::step(std::move(state_), event, clock_.tick());
    state_ = std::move(stepped.state);
    return std::move(stepped.effects);
  }
  void until_reader_is(bool there) {
    for (int i = 0; i < 4000 && board_.now().reader_ok != there; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    EXPECT_EQ(board_.now().reader_ok, there) << "what the health page and central are told";
  }
  void pull_and_plug() {
    ASSERT_EQ(say("unplug"), "ok");
    until_reader_is(false);
    ASSERT_EQ(say("replug ttyUSB" + std::to_string(++plugs_)), "ok");
    until_reader_is(true);
  }
  [[nodiscard]] settings::Reader line() const {
    settings::Reader reader;
    reader.devices = {directory_ / "ttyUSB*"};
    return reader;
  }
  /// The reader tried for a second; `round`: what happens after the first, second ... look at it.
  items::Verdict try_it(std::function<void(int round)> const& between) {
    int round = 0;
    return set_up::try_reader(line(), {std::chrono::seconds{5}, [&] {
                                         between(++round);
                                         return round > 6;
                                       }});
  }
};

TEST_F(StaffReaderPulled, OnEveryPageIsKnownAndNobodyIsStuck) {
  watch_.start();
  for (auto& stage : one_of_each(std::make_index_sequence<std::variant_size_v<area::Stage>>{})) {
    SCOPED_TRACE("page " + std::to_string(stage.index()));
    if (std::holds_alternative<area::Closed>(stage)) continue;
    auto const page = stage.index();
    take(session::StaffPresent{true});
    state_ = {};
    state_.last_touch = clock_.tick();
    state_.draft.emplace();
    bool const of_guide =
        std::holds_alternative<area::GuideStart>(stage) || std::holds_alternative<area::GuideReport>(stage);
    if (of_guide) state_.guide.emplace();
    if (auto* item = std::get_if<area::ItemPage>(&stage))
      item->values = items::values_of(item->id, *state_.draft);
    state_.stage = std::move(stage);
    pull_and_plug();
    if (HasFailure()) break;  // each page would wait as long
    (void)staff(area::TimePassed{});
    (void)staff(area::Touched{});
    EXPECT_EQ(state_.stage.index(), page);
    EXPECT_FALSE(area::present(state_, {}, words_).screen.empty());
    (void)staff(StaffTouch{StaffKey::leave});
    EXPECT_EQ(std::holds_alternative<area::Closed>(state_.stage), !of_guide)
        << "the guide is left through its end";
    take(session::StaffPresent{false});
  }
  take(session::TimePassed{});
  lay("01-complete");
  for (int i = 0; i < 4000 && !visit_.visitor; ++i) {
    for (auto const& letter : mailbox_.take()) take(letter.event);
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  EXPECT_TRUE(visit_.visitor) << "the next visitor's card is read";
  watch_.stop();
}

TEST_F(StaffReaderPulled, WhileItIsTriedIsSaidAsWhatItIs) {
  auto const gone = try_it([this](int round) {
    if (round == 1) {
      EXPECT_EQ(say("unplug"), "ok");
    }
  });
  EXPECT_FALSE(gone.good);
  EXPECT_NE(gone.text.find("断开"), std::string::npos) << gone.text;
  auto const none = try_it([](int /*round*/) {});
  EXPECT_FALSE(none.good);
  EXPECT_NE(none.text.find("没有应答"), std::string::npos) << none.text;
}

TEST_F(StaffReaderPulled, WhileItIsTriedAndBackInTimeReadsTheCard) {
  auto const back = try_it([this](int round) {
    if (round == 1) {
      EXPECT_EQ(say("unplug"), "ok");
    }
    if (round == 2) {
      EXPECT_EQ(say("replug ttyUSB7"), "ok");
    }
    if (round == 3) lay("01-complete");
  });
  EXPECT_TRUE(back.good) << back.text;
}

TEST_F(StaffReaderPulled, WhileItReadsTheTriedCardIsNotTheCardsFault) {
  lay("01-complete");
  ASSERT_EQ(say("fault unplug"), "ok");
  auto const pulled = try_it([](int /*round*/) {});
  EXPECT_FALSE(pulled.good);
  EXPECT_NE(pulled.text.find("断开"), std::string::npos) << pulled.text;
}

// The desk would wait twenty seconds for it, and the guided set-up with it.
TEST_F(StaffReaderPulled, ATestThatNobodyHasACardForIsGivenUp) {
  settings::Settings begun;
  begun.reader = line();
  begun.storage = directory_.path();
  begun.assets = begun.regions = directory_ / "assets";
  std::atomic<bool> trying{false};
  DeskParts parts;
  parts.work.words = &words_;
  parts.work.clock = parts.machine = &clock_;
  parts.work.storage = directory_.path();
  parts.logger = &logger_;
  parts.settings = &begun;
  parts.set_up.config = directory_ / "kiosk.toml";
  parts.set_up.begun = begun;
  parts.set_up.lend = [&trying](bool lent) { trying = lent; };
  StaffDesk desk{std::move(parts), [] {}};
  desk.start();
  items::Draft draft;
  draft.settings = begun;
  desk.perform(area::TryItem{items::ItemId::reader, draft}, 1);
  for (int i = 0; i < 2000 && !trying; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{5});
  ASSERT_TRUE(trying);
  desk.perform(area::StopTrying{}, 1);
  std::vector<Letter> letters;
  for (int i = 0; i < 2000 && letters.empty(); ++i) {
    letters = desk.take();
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  ASSERT_EQ(letters.size(), 1U) << "half of what it would have waited";
  auto const* tried = std::get_if<area::ItemTried>(&letters.front().answer);
  ASSERT_TRUE(tried);
  EXPECT_TRUE(tried->sound) << tried->verdict.text;
  EXPECT_NE(tried->verdict.text.find("没有读到证件"), std::string::npos) << tried->verdict.text;
  EXPECT_FALSE(trying) << "visitors have the reader again";
  desk.stop();
}

TEST_F(StaffReaderPulled, InTheGuidedSetUpItIsTriedAgainOrKeptAllTheSame) {
  state_.draft.emplace();
  state_.draft->settings.reader = line();
  (void)staff(area::GuideBegins{});
  area::ItemPage page{.id = items::ItemId::reader,
                      .values = items::values_of(items::ItemId::reader, *state_.draft)};
  page.at = page.values.size() - 1;
  state_.stage = page;
  StaffTouch const test{StaffKey::choose, static_cast<int>(area::ItemKey::test)};
  auto asked = staff(test);
  ASSERT_EQ(asked.size(), 1U);
  ASSERT_EQ(say("unplug"), "ok");
  (void)staff(area::Answer{
      area::ItemTried{set_up::try_reader(line(), {std::chrono::seconds{1}, [] { return false; }})}});
  auto const* shown = std::get_if<area::ItemPage>(&state_.stage);
  ASSERT_TRUE(shown && shown->verdict);
  EXPECT_FALSE(shown->verdict->good);
  ASSERT_EQ(say("replug ttyUSB3"), "ok");
  lay("01-complete");
  asked = staff(test);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<area::TryItem>(asked.front())) << "it can be tried again";
  (void)staff(area::Answer{
      area::ItemTried{set_up::try_reader(line(), {std::chrono::seconds{5}, [] { return false; }})}});
  shown = std::get_if<area::ItemPage>(&state_.stage);
  ASSERT_TRUE(shown && shown->verdict);
  EXPECT_TRUE(shown->verdict->good) << shown->verdict->text;
}

}  // namespace
}  // namespace ce::staff_desk
