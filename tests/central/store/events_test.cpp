#include <gmock/gmock.h>

#include <set>
#include <thread>

#include "central/fleet/old_events.h"
#include "central/registers/register.h"
#include "central/store/fixture.h"

namespace ce::test {
namespace {

using protocol::Acceptance;
using protocol::KioskEvent;
using protocol::PrintOutcome;

struct KioskEvents : StoreTest {
  std::string number;
  void SetUp() override {
    StoreTest::SetUp();
    complete_year(1, 2026);
    number = issue(1, 2026).value();
  }
  std::vector<registers::Print> prints(registers::Filter const& filter = {}) const {
    std::vector<registers::Print> all;
    auto const page = registers::lines_of(store, filter).value();
    for (auto const& line : page.lines) {
      if (line.print) all.push_back(*line.print);
    }
    return all;
  }
};

TEST_F(KioskEvents, APrintIsInTheRegisterOnce) {
  auto const event = print_of(number, now);
  auto const first = apply(event);
  EXPECT_EQ(first.acceptance, Acceptance::accepted);
  EXPECT_EQ(apply(event), first);
  ASSERT_EQ(prints().size(), 1U);
  auto const line = prints()[0];
  EXPECT_EQ(line.id, event.id.text());
  EXPECT_EQ(line.kiosk, "K1");
  EXPECT_EQ(line.blank_number, "A1");
  EXPECT_EQ(line.outcome, std::nullopt);
}

TEST_F(KioskEvents, TheSameIdWithAnotherBodyIsAConflict) {
  auto event = print_of(number, now);
  apply(event);
  std::get<protocol::PrintRequested>(event.what).copy = 2;
  EXPECT_EQ(apply(event).acceptance, Acceptance::conflict);
  EXPECT_EQ(prints()[0].copy, 1);
}

TEST_F(KioskEvents, OldDeliveriesGoAndWhatTheyWereAboutStays) {
  auto const ledger = EntryId::make();
  auto print = print_of(number, now);
  print.place = {ledger, 1};
  auto settled = settle(print.id, PrintOutcome::confirmed, now);
  settled.place = {ledger, 2};
  KioskEvent note{EntryId::make(), now, protocol::KioskNoted{}};
  note.place = {ledger, 3};
  auto const elsewhere = print_of(number, now);  // of a kiosk that kept no places yet
  for (auto const& event : {print, settled, note, elsewhere})
    ASSERT_EQ(apply(event).acceptance, Acceptance::accepted);
  Instant const later{now.ms + std::int64_t{400} * 86'400'000};
  EXPECT_EQ(fleet::drop_old_events(store, 400, later).value(), 0);
  Instant const day_after{later.ms + 1};
  EXPECT_EQ(fleet::drop_old_events(store, 400, day_after).value(), 3) << "the newest of a ledger stays";
  EXPECT_EQ(fleet::drop_old_events(store, 400, day_after).value(), 0);
  auto const register_before = prints();
  ASSERT_EQ(register_before.size(), 2U);
  EXPECT_EQ(register_before[0].outcome.has_value() + register_before[1].outcome.has_value(), 1);

  // The kiosk never heard that they came and sends them again.
  for (auto const& event : {print, settled, note, elsewhere}) {
    EXPECT_EQ(apply(event).acceptance, Acceptance::accepted);
    EXPECT_EQ(apply(event).problem, "");
  }
  EXPECT_EQ(prints().size(), 2U) << "nothing twice";
  auto other = print;
  std::get<protocol::PrintRequested>(other.what).blank_number = "A2";
  EXPECT_EQ(apply(other).acceptance, Acceptance::conflict);
}

TEST_F(KioskEvents, APlaceThatIsAnotherEventsTellsOfAnOldLedger) {
  auto const ledger = EntryId::make();
  auto first = print_of(number, now);
  first.place = {ledger, 1};
  apply(first);
  auto settled = settle(first.id, PrintOutcome::sent_to_printer, now);
  settled.place = {ledger, 2};
  apply(settled);
  // An old copy of the ledger came back and settled the print once more.
  auto again = settle(first.id, PrintOutcome::unknown, Instant{now.ms + 60'000});
  again.place = {ledger, 2};
  EXPECT_EQ(apply(again).acceptance, Acceptance::conflict);
  EXPECT_EQ(prints().at(0).outcome, PrintOutcome::sent_to_printer);
  // A sheet may have come out all the same.
  auto print = print_of(number, now);
  std::get<protocol::PrintRequested>(print.what).copy = 2;
  print.place = {ledger, 2};
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  EXPECT_EQ(prints().size(), 2U);
}

TEST_F(KioskEvents, NotesAreKept) {
  KioskEvent const note{EntryId::make(), now,
                        protocol::KioskNoted{protocol::NoteKind::paper_checked, "GD-7"}};
  EXPECT_EQ(apply(note).acceptance, Acceptance::accepted);
  EXPECT_EQ(apply(note).acceptance, Acceptance::accepted);
}

TEST_F(KioskEvents, TheSameIdFromAnotherKioskIsAConflict) {
  ASSERT_TRUE(store.enrol_kiosk({"K2", "440106", "另一大厅"}, "hash2", now));
  auto const event = print_of(number, now);
  apply(event);
  EXPECT_EQ(apply(event, "K2").acceptance, Acceptance::conflict);
  auto const foreign = settle(event.id, PrintOutcome::failed, now);
  EXPECT_EQ(apply(foreign, "K2").acceptance, Acceptance::refused);
  EXPECT_EQ(prints()[0].outcome, std::nullopt);
}

TEST_F(KioskEvents, AnUnknownCertificateIsRefusedTheSameWayEachTime) {
  auto const event = print_of("44010626999999", now);
  auto const reply = apply(event);
  EXPECT_EQ(reply.acceptance, Acceptance::refused);
  EXPECT_FALSE(reply.problem.empty());
  EXPECT_EQ(apply(event), reply);
  EXPECT_TRUE(prints().empty());
}

TEST_F(KioskEvents, AnOutcomeMayComeBeforeItsPrint) {
  auto const print = print_of(number, Instant{1000});
  apply(settle(print.id, PrintOutcome::sent_to_printer, Instant{2000}));
  EXPECT_TRUE(prints().empty());
  apply(print);
  EXPECT_EQ(prints().at(0).outcome, PrintOutcome::sent_to_printer);
}

TEST_F(KioskEvents, TheLatestOutcomeByTheKiosksClockHoldsInAnyOrder) {
  auto const print = print_of(number, Instant{1000});
  apply(print);
  apply(settle(print.id, PrintOutcome::confirmed, Instant{3000}));
  apply(settle(print.id, PrintOutcome::sent_to_printer, Instant{2000}));
  ASSERT_EQ(prints().size(), 1U);
  EXPECT_EQ(prints()[0].outcome, PrintOutcome::confirmed);
}

TEST_F(KioskEvents, ABatchIsStoredWholeOrNotAtAll) {
  std::vector<KioskEvent> const batch{print_of(number, now), print_of(number, now)};
  EXPECT_FALSE(store.apply_events("no such kiosk", batch, now));
  EXPECT_TRUE(prints().empty());
  auto const replies = store.apply_events("K1", batch, now).value();
  EXPECT_EQ(replies.size(), 2U);
  EXPECT_EQ(replies[1].id, batch[1].id);
  EXPECT_EQ(prints().size(), 2U);
}

TEST_F(KioskEvents, FourThreadsDeliveringTheSameEventsLeaveEachOnce) {
  std::vector<KioskEvent> events;
  for (int i = 0; i < 40; ++i) {
    events.push_back(print_of(number, Instant{i * 10}));
    events.push_back(settle(events.back().id, PrintOutcome::sent_to_printer, Instant{i * 10 + 5}));
  }
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([this, &events, t] {
      for (std::size_t i = 0; i < events.size(); ++i) {
        auto const& event = events[t % 2 == 0 ? i : events.size() - 1 - i];
        auto const replies = store.apply_events("K1", {&event, 1}, now);
        EXPECT_TRUE(replies);
        EXPECT_EQ(replies->at(0).acceptance, Acceptance::accepted);
        EXPECT_TRUE(store.person_years(id_number, {}, now));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::string> seen;
  for (auto const& line : prints()) {
    EXPECT_TRUE(seen.insert(line.id).second);
    EXPECT_EQ(line.outcome, PrintOutcome::sent_to_printer);
  }
  EXPECT_EQ(seen.size(), 40U);
}

TEST_F(KioskEvents, TheRegisterKnowsRegionsAndYears) {
  apply(print_of(number, now));
  EXPECT_EQ(prints({{"440100"}, 2026}).size(), 1U);
  EXPECT_TRUE(prints({{"440300"}, 2026}).empty());
  EXPECT_TRUE(prints({{"440100"}, 2025}).empty());
}

}  // namespace
}  // namespace ce::test
