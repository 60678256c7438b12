// Central's time over restarts of the process and of the machine.
#include "kiosk/sync/server_clock.h"

#include "grant_server.h"
#include "kiosk/cache/cache.h"
#include "kiosk/central_client/client_room.h"
#include "kiosk/journal/ledger_room.h"
#include "kiosk/sync/grant_desk.h"
#include "support/example_id.h"

namespace ce::sync {
namespace {

constexpr Instant central_says{1'790'000'000'000};
constexpr std::int64_t wall_minute_ms = 60'000;
constexpr std::int64_t wall_day_ms = 86'400'000;

/// The clocks of a machine: anybody may set the wall, nobody the other one.
struct Machine final : Clock {
  Instant wall = central_says;
  std::string boot = "first";
  std::chrono::milliseconds up{3'600'000};
  [[nodiscard]] Instant now() const override { return wall; }
  [[nodiscard]] Tick tick() const override { return Tick{up}; }
  void wait(std::int64_t ms) {
    wall.ms += ms;
    up += std::chrono::milliseconds{ms};
  }
};

struct CentralsTime : testing::Test {
  test::LedgerRoom ledger;
  Machine machine;
  std::filesystem::path file = ledger.directory / "central_time";

  /// A process begins.
  std::unique_ptr<ServerClock> begin() {
    auto clock = std::make_unique<ServerClock>(machine, [this] {
      return SinceBoot{machine.boot, machine.up};
    });
    clock->keep_in(file, ledger.logger);
    return clock;
  }
};

TEST_F(CentralsTime, GoesOnInAProcessThatBeginsAnewWithoutNetwork) {
  begin()->heard(central_says);
  machine.wait(20 * wall_minute_ms);
  machine.wall.ms -= wall_day_ms;
  auto const clock = begin();
  EXPECT_EQ(clock->now(), Instant{central_says.ms + 20 * wall_minute_ms});
  EXPECT_FALSE(clock->since_heard()) << "to this process it said nothing";
  machine.wait(wall_minute_ms);
  EXPECT_EQ(clock->now(), Instant{central_says.ms + 21 * wall_minute_ms});
}

TEST_F(CentralsTime, AfterAnotherStartOfTheMachineNothingIsEarlierThanWhatCentralSaid) {
  begin()->heard(central_says);
  machine.boot = "second";
  machine.up = std::chrono::milliseconds{10'000};
  machine.wall.ms -= wall_day_ms;
  EXPECT_EQ(begin()->now(), central_says);
  machine.wall.ms += 2 * wall_day_ms;
  EXPECT_EQ(begin()->now(), machine.wall);
}

TEST_F(CentralsTime, WhereAStartHasNoNameNothingIsEarlierThanWhatCentralSaidEither) {
  machine.boot = "";
  begin()->heard(central_says);
  machine.wall.ms -= wall_day_ms;
  EXPECT_EQ(begin()->now(), central_says);
}

TEST_F(CentralsTime, ADamagedFileHoldsNothing) {
  test::write_all(file, "first 12");
  EXPECT_EQ(begin()->now(), machine.wall);
}

TEST_F(CentralsTime, CentralsNewestWordReplacesWhatWasKept) {
  begin()->heard({central_says.ms + 365 * wall_day_ms});
  auto const clock = begin();
  clock->heard(central_says);
  EXPECT_EQ(clock->now(), central_says) << "central's clock was put right";
  EXPECT_EQ(begin()->now(), central_says);
}

TEST_F(CentralsTime, NobodyIsErasedByAClockThatCentralHasNotConfirmed) {
  auto const people = [this](ServerClock const& clock) {
    return cache::Cache::open(ledger.directory / "cache.db", ledger.directory / "cache.key",
                              {.days = 30, .people = 100}, clock.confirmed(), ledger.logger)
        .value();
  };
  protocol::PersonQuery const card{SecretText{test::example_id}, protocol::ByCard{}};
  protocol::PersonYears someone;
  someone.id_number = SecretText{test::example_id};
  {
    auto const clock = begin();
    clock->heard(central_says);
    ASSERT_TRUE(people(*clock).remember(card, someone));
  }
  machine.boot = "second";
  machine.up = std::chrono::milliseconds{10'000};
  machine.wall.ms += 366 * wall_day_ms;
  auto const clock = begin();
  EXPECT_FALSE(clock->is_confirmed());
  EXPECT_EQ(clock->confirmed().now(), central_says);
  auto seen = people(*clock);  // which looks at once for what is too old
  EXPECT_TRUE(seen.find(card));
  machine.wait(20 * wall_day_ms);
  EXPECT_TRUE(seen.find(card)) << "by the monotonic clock it is not 30 days yet";
  machine.wait(11 * wall_day_ms);
  EXPECT_FALSE(seen.find(card)) << "a kiosk that never hears of central forgets all the same";
  clock->heard({central_says.ms + 2 * wall_day_ms});
  EXPECT_TRUE(seen.find(card)) << "it was only two days";
  clock->heard({central_says.ms + 31 * wall_day_ms});
  ASSERT_TRUE(seen.prune());
  EXPECT_EQ(seen.count().value(), 0);
}

// The audit's case: restarted without network, with the machine's clock a day behind.
TEST_F(CentralsTime, AGrantThatHasEndedIsNotTakenAfterARestartOfTheProcess) {
  test::GrantServer central;
  central.now = central_says;
  test::ClientRoom wire;
  auto const client = wire.client(central.url());
  auto journal = ledger.open();
  protocol::CertificateLine line;
  line.number = "44010625000001";
  line.state = protocol::CertificateState::printable;
  line.grant = central.make(line.number, "k1");
  auto const shelf = ledger.directory / "grant_keys.json";
  auto const asked = [&](ServerClock const& clock) {
    KeyShelf keys{shelf, clock, ledger.logger};
    return GrantDesk{{client.get(), &keys, &journal, &clock, &ledger.logger, central.kiosk}}.grant_for(line);
  };
  auto const before = begin();
  before->heard(central_says);
  ASSERT_TRUE((KeyShelf{shelf, *before, ledger.logger}.refresh(*client)));
  central.down = true;
  machine.wall.ms -= wall_day_ms;
  EXPECT_TRUE(asked(*begin())) << "it has not ended yet";
  machine.wait(line.grant->not_after.ms - line.grant->not_before.ms + 10 * wall_minute_ms);
  EXPECT_EQ(asked(*begin()).failure().code, FailureCode::grant_needed);
}

TEST(SinceBoot, IsTheMachinesOwn) {
  auto const once = since_boot();
  auto const again = since_boot();
  EXPECT_FALSE(once.boot.empty());
  EXPECT_EQ(once.boot, again.boot);
  EXPECT_GT(once.up.count(), 0);
  EXPECT_GE(again.up, once.up);
}

}  // namespace
}  // namespace ce::sync
