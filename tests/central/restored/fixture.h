#pragma once

#include "central/changes/epoch.h"
#include "central/fleet/fleet.h"
#include "central/registers/register.h"
#include "central/restored/resume.h"
#include "central/restored/standing.h"
#include "central/store/fixture.h"
#include "central/verification/look_up.h"
#include "shared/protocol/names.h"

namespace ce::test {

/// The backup has one certificate, 44010626000001; what came after it is lost.
struct RestoredStore : StoreTest {
  audit::Author by = audit::operator_author("li", "440000");
  EntryId ledger = EntryId::make();
  protocol::HealthReply told;  // in answer to the last heartbeat

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
  /// `epoch`: of the store that it compared its ledger with; nothing for a kiosk that does not say.
  void heartbeat(std::int64_t newest, int pending = 0, std::string const& epoch = {}) {
    protocol::Health health;
    health.epoch = epoch;
    health.outbox_pending = pending;
    health.ledger = protocol::LedgerPlace{ledger, newest};
    now.ms += 1000;
    auto const answer = fleet::take_health(store, "K1", health, now);
    ASSERT_TRUE(answer);
    told = *answer;
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
  std::vector<registers::Line> lost_lines(registers::Filter const& filter = {}) const {
    auto lines = registers::lines_of(store, filter).value().lines;
    std::erase_if(lines, [](registers::Line const& line) { return !line.lost; });
    return lines;
  }
  /// What anybody is told of a number.
  std::string said_of(std::string const& number) const {
    auto const found = verification::look_up(store, number, {}).value();
    std::string words{protocol::word_of(found.state)};
    return found.lost ? words + " " + std::string{protocol::word_of(found.lost->state)} : words;
  }
};

}  // namespace ce::test
