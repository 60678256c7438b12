#include <gmock/gmock.h>

#include "central/changes/epoch.h"
#include "central/fleet/fleet.h"
#include "central/fleet/old_events.h"
#include "central/registers/register.h"
#include "central/restored/resume.h"
#include "central/restored/standing.h"
#include "central/store/fixture.h"
#include "central/store/gauges.h"

namespace ce::test {
namespace {

using protocol::Acceptance;
using testing::ElementsAre;
using testing::HasSubstr;

/// The backup has one certificate, 44010626000001; what came after it is lost.
struct RestoredStore : StoreTest {
  audit::Author by = audit::operator_author("li", "440000");
  EntryId ledger = EntryId::make();

  void SetUp() override {
    StoreTest::SetUp();
    complete_year(1, 2026);
    ASSERT_EQ(issue(1, 2026).value(), "44010626000001");
    add_person(2, "440106199001010018", "李四");
    complete_year(2, 2026);
  }
  void bring_back() {
    now.ms += 60'000;
    ASSERT_TRUE(
        store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
    now.ms += 60'000;
  }
  void heartbeat(std::int64_t newest, int pending = 0) {
    protocol::Health health;
    health.outbox_pending = pending;
    health.ledger = protocol::LedgerPlace{ledger, newest};
    now.ms += 1000;
    ASSERT_TRUE(fleet::take_health(store, "K1", health, now));
  }
  Result<void> resume(std::int64_t skip, bool even_unheard = false) {
    return restored::resume(store, {"已核对", skip, even_unheard}, by, now);
  }
  restored::Standing standing() const {
    restored::Standing found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(found, restored::standing(database));
      return {};
    }));
    return found;
  }
  std::size_t register_lines() const { return registers::lines_of(store, {}).value().lines.size(); }
};

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

TEST_F(RestoredStore, APrintOfALostCertificateIsKept) {
  auto const print = print_of("44010626000005", now);
  auto const unknown = print_of("44010626000005", now);
  EXPECT_EQ(apply(unknown).acceptance, Acceptance::refused)
      << "a kiosk moves no counter of a store that lost nothing";
  bring_back();
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
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
  EXPECT_EQ(register_lines(), 1U) << "no certificate is made up";
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
