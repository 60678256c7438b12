#include <gmock/gmock.h>

#include "central/fleet/old_events.h"
#include "central/restored/fixture.h"
#include "central/store/gauges.h"
#include "shared/protocol/json.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using protocol::Acceptance;
using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(RestoredStore, NoNumberIsGivenOutUntilEveryLedgerIsHere) {
  heartbeat(0);
  bring_back();
  auto const refused = issue(2, 2026);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::issuing_refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("暂停发证"));
  EXPECT_THAT(standing().unheard, ElementsAre("K1"));
  heartbeat(1);  // it does not know yet that central has lost its event: nothing waits
  EXPECT_THAT(resume(0).failure().detail, HasSubstr("K1"));
  auto print = print_of("44010626000003", {now.ms - 90'000});
  print.place = protocol::LedgerPlace{ledger, 1};
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  heartbeat(1);
  EXPECT_THAT(standing().unheard, testing::IsEmpty());
  EXPECT_EQ(restored::resume(store, {" ", 0, false}, by, now).failure().code, FailureCode::input_invalid);
  ASSERT_TRUE(resume(0));
  EXPECT_EQ(issue(2, 2026).value(), "44010626000004") << "2 and 3 were somebody's";
  EXPECT_FALSE(resume(0)) << "it is not paused";
}

// It printed by a grant while central was away, or its delivery was due before its heartbeat.
TEST_F(RestoredStore, AnEventThatCameBeforeItsKioskKnowsHidesNoneThatWasLost) {
  auto const bring = [&](std::int64_t number) {
    auto print = print_of("4401062600000" + std::to_string(number + 2), {now.ms - 90'000});
    print.place = protocol::LedgerPlace{ledger, number};
    EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  };
  bring_back();
  bring(2);  // and 1 was lost
  heartbeat(2, 0, "former");
  EXPECT_EQ(told.held->number, 0);
  EXPECT_THAT(standing().unheard, ElementsAre("K1"));
  heartbeat(2, 2, told.epoch);  // it knows, and both wait
  EXPECT_THAT(standing().unheard, ElementsAre("K1"));
  bring(1);
  heartbeat(2, 0, told.epoch);
  EXPECT_EQ(told.held->number, 2);
  EXPECT_THAT(standing().unheard, testing::IsEmpty());
}

TEST_F(RestoredStore, AnOldCopyOfALedgerHasNotToldWhatItsKioskDid) {
  bring_back();
  auto print = print_of("44010626000003", {now.ms - 90'000});
  print.place = protocol::LedgerPlace{ledger, 1};
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  heartbeat(0);  // of a disk that was put back
  EXPECT_THAT(standing().unheard, ElementsAre("K1"));
  heartbeat(1);
  EXPECT_THAT(standing().unheard, testing::IsEmpty());
}

TEST_F(RestoredStore, APrintOfALostCertificateIsKept) {
  auto const print = print_of("44010626000005", now);
  auto const unknown = print_of("44010626000005", now);
  EXPECT_EQ(apply(unknown).acceptance, Acceptance::refused)
      << "a kiosk moves no counter of a store that lost nothing";
  bring_back();
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(fleet::take_events(store, "K1", {&print, 1}, now).value().at(0).acceptance,
              Acceptance::accepted);
  EXPECT_EQ(apply(print_of("44010626000002", now)).acceptance, Acceptance::accepted) << "it was passed over";
  EXPECT_EQ(apply(print_of("44999926000002", now)).acceptance, Acceptance::refused) << "no region has it";
  apply(settle(print.id, protocol::PrintOutcome::confirmed, now));
  auto const found = standing();
  ASSERT_EQ(found.numbers.size(), 1U);
  EXPECT_EQ(found.numbers[0].region, "440106");
  EXPECT_EQ(found.numbers[0].first, 2);
  EXPECT_EQ(found.numbers[0].last, 5);
  ASSERT_EQ(found.prints.size(), 2U);
  for (auto const& one : found.prints) {
    EXPECT_EQ(one.outcome, one.certificate == "44010626000005" ? "confirmed" : "");
  }
  EXPECT_EQ(registers::lines_of(store, {}).value().lines.size() - lost_lines().size(), 1U)
      << "no certificate is made up";
  EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const figures, store::gauges(database, now));
    EXPECT_EQ(figures.certificates_issued, 1);
    return {};
  }));
  // Known by what it left here, when its delivery's row has gone.
  write("DELETE FROM kiosk_events");
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  EXPECT_EQ(standing().prints.size(), 2U);
  // Its holder comes and gets another.
  ASSERT_TRUE(resume(0, true));
  auto const next = issue(2, 2026).value();
  EXPECT_EQ(next, "44010626000006");
  EXPECT_FALSE(restored::record_as(store, "44010626000005", "44010626000099", by, now));
  EXPECT_FALSE(restored::record_as(store, next, next, by, now));
  EXPECT_TRUE(restored::record_as(store, "44010626000005", next, by, now));
  EXPECT_EQ(
      first_value(store,
                  "SELECT CAST(SUM(CASE action WHEN 'lost_print_kept' THEN 100 ELSE 1 END) AS TEXT) FROM "
                  "audit_entries WHERE action IN ('lost_print_kept', 'lost_certificate_recorded')"),
      "101")
      << "the print once, however often it is told, and what took its number's place";
}

TEST_F(RestoredStore, OfALostNumberIsToldWhatIsTrue) {
  auto const print = print_of("44010626000005", now);
  auto const spoilt = print_of("44010626000003", now);
  EXPECT_EQ(said_of("44010626000005"), "unknown") << "nothing was lost here";
  bring_back();
  ASSERT_EQ(apply(print).acceptance, Acceptance::accepted);
  ASSERT_EQ(apply(spoilt).acceptance, Acceptance::accepted);
  apply(settle(spoilt.id, protocol::PrintOutcome::failed, now));
  EXPECT_EQ(said_of("44010626000005"), "unknown printed");
  auto const found = verification::look_up(store, "44010626000005", {}).value();
  ASSERT_TRUE(found.lost);
  EXPECT_EQ(found.lost->printed_on, china_date(print.at));
  auto const earlier = print_of("44010626000005", {now.ms - 86'400'000});
  ASSERT_EQ(apply(earlier).acceptance, Acceptance::accepted);
  EXPECT_EQ(verification::look_up(store, "44010626000005", {}).value().lost->printed_on,
            china_date(earlier.at))
      << "of its first sheet, whichever is told first";
  protocol::Verification unknown;
  unknown.number = found.number;
  auto plain = protocol::write(unknown);
  plain.pop_back();
  EXPECT_EQ(protocol::write(found),
            plain + R"(,"lost":"printed","printed_on":")" + found.lost->printed_on->iso() + "\"}")
      << "a kiosk of before, which passes over members that it does not know, reads an unknown number";
  EXPECT_EQ(said_of("44010626000002"), "unknown set_aside") << "it was passed over";
  EXPECT_EQ(said_of("44010626000003"), "unknown set_aside") << "no sheet of it came out";
  EXPECT_EQ(said_of("44010626000006"), "unknown") << "nobody can have had it";
  EXPECT_EQ(said_of("44010626000001"), "valid");
  ASSERT_TRUE(resume(10, true));
  EXPECT_EQ(said_of("44010626000006"), "unknown set_aside") << "it may have been issued and never printed";
  auto const next = issue(2, 2026).value();
  EXPECT_EQ(said_of(next), "valid");
  ASSERT_TRUE(restored::record_as(store, "44010626000005", next, by, now));
  EXPECT_EQ(said_of("44010626000005"), "unknown replaced");
}

TEST_F(RestoredStore, EveryCounterPassesOverWhatMayHaveBeenIssued) {
  bring_back();
  ASSERT_TRUE(resume(1000, true));
  EXPECT_EQ(issue(2, 2026).value(), "44010626001002");
  write("UPDATE professionals SET region = '440304' WHERE id = 1");
  complete_year(1, 2025);
  EXPECT_EQ(issue(1, 2025).value().substr(0, 8), "44030425") << "a counter that the backup did not have";
}

TEST_F(RestoredStore, AKioskThatCameTooLateTellsOfANumberThatIsAnothersNow) {
  auto const made = now;
  bring_back();
  ASSERT_TRUE(resume(0, true));
  now.ms += 600'000;
  ASSERT_EQ(issue(2, 2026).value(), "44010626000002");
  EXPECT_EQ(apply(print_of("44010626000002", made)).acceptance, Acceptance::accepted);
  auto later = print_of("44010626000002", now);
  std::get<protocol::PrintRequested>(later.what).grant = EntryId::make();  // none that this store gave
  EXPECT_EQ(apply(later).acceptance, Acceptance::accepted);
  EXPECT_EQ(standing().prints.size(), 2U);
  apply(print_of("44010626000002", now));
  EXPECT_EQ(standing().prints.size(), 2U) << "its own";
}

}  // namespace
}  // namespace ce::test
