#include "kiosk/sync/courier.h"

#include <mutex>

#include "sync_room.h"

namespace ce::sync {
namespace {

using test::becomes_true;
using test::SyncRoom;

struct CourierRoom : testing::Test {
  SyncRoom room;
  std::mutex mutex;
  std::vector<bool> heard;  // by online_changed

  Courier courier{room.journal,
                  *room.client,
                  room.ledger.logger,
                  [] {
                    protocol::Health health;
                    health.program_version = "0.1.0";
                    health.reader_ok = true;
                    return health;
                  },
                  [this](bool online) {
                    std::scoped_lock const lock{mutex};
                    heard.push_back(online);
                  },
                  Rhythm{.first_pause = std::chrono::milliseconds{20},
                         .longest_pause = std::chrono::milliseconds{200},
                         .health_interval = std::chrono::milliseconds{100},
                         .batch = 2}};

  ~CourierRoom() override { courier.stop(); }
  std::vector<bool> heard_so_far() {
    std::scoped_lock const lock{mutex};
    return heard;
  }
};

TEST_F(CourierRoom, DrainsTheOutboxAndGoesOnline) {
  for (int i = 1; i <= 5; ++i) room.request("4401062500000" + std::to_string(i));
  EXPECT_FALSE(courier.online());
  courier.start();
  ASSERT_TRUE(becomes_true([&] { return room.pending() == 0; }));
  EXPECT_EQ(room.central.accepted().size(), 5U);
  ASSERT_TRUE(becomes_true([&] { return courier.online(); }));
  courier.stop();
  EXPECT_EQ(heard_so_far(), std::vector<bool>{true});
}

TEST_F(CourierRoom, AKickDeliversWhatIsNew) {
  courier.start();
  ASSERT_TRUE(becomes_true([&] { return courier.online(); }));
  room.request("44010625000001");
  courier.kick();
  EXPECT_TRUE(becomes_true([&] { return room.pending() == 0; }));
}

TEST_F(CourierRoom, CentralGoesAndComesBackAndNothingIsLost) {
  room.central.down = true;
  room.request("44010625000001");
  courier.start();
  ASSERT_TRUE(becomes_true([&] { return heard_so_far().size() == 1; }));
  EXPECT_FALSE(courier.online());
  EXPECT_EQ(room.pending(), 1);
  room.request("44010625000002");
  courier.kick();
  room.central.down = false;  // and nobody kicks any more
  ASSERT_TRUE(becomes_true([&] { return room.pending() == 0 && courier.online(); }));
  room.central.down = true;
  ASSERT_TRUE(becomes_true([&] { return !courier.online(); }));
  courier.stop();
  EXPECT_EQ(heard_so_far(), (std::vector<bool>{false, true, false}));
  EXPECT_EQ(room.central.accepted().size(), 2U);
  auto const log = room.ledger.log_text();
  EXPECT_NE(log.find("central_lost"), std::string::npos);
  EXPECT_NE(log.find("central_back"), std::string::npos);
}

TEST_F(CourierRoom, HealthTellsOfWaitingEventsAndOpenPrints) {
  room.central.refused_certificate = "none";
  auto const print = room.request("44010625000001");
  ASSERT_TRUE(room.journal.mark_submitting(print.id).ok());
  ASSERT_TRUE(room.journal.settle(print.id, protocol::PrintOutcome::unknown).ok());
  courier.start();
  ASSERT_TRUE(becomes_true([&] { return room.central.healths().size() >= 2; }));
  auto const first = room.central.healths().front();
  EXPECT_TRUE(first.reader_ok);
  EXPECT_EQ(first.outbox_pending, 2);
  EXPECT_EQ(first.prints_unresolved, 1);
}

TEST_F(CourierRoom, CentralIsLeftAloneForAsLongAsItAsksWhateverIsNew) {
  for (int const status : {429, 503}) {
    SCOPED_TRACE(status);
    room.central.status = status;
    room.central.retry_after = 1;
    room.request("4401062500" + std::to_string(1000 + status));
    auto const before = room.central.requests();
    courier.start();
    // A heartbeat and a delivery may both have been on their way.
    ASSERT_TRUE(becomes_true([&] { return room.central.requests() > before; }));
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    auto const asked = room.central.requests();
    EXPECT_LE(asked, before + 2);
    for (int i = 0; i < 5; ++i) courier.kick();
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    EXPECT_EQ(room.central.requests(), asked) << "pauses of 20 to 200 ms are over long since";
    room.central.status = 200;
    ASSERT_TRUE(becomes_true([&] { return room.pending() == 0; }));
    courier.stop();
  }
  EXPECT_EQ(room.journal.refused_count().value(), 0);
}

// A heartbeat that was due already went out inside the wait that a delivery had been told.
TEST_F(CourierRoom, AHeartbeatThatIsDueWaitsAsWell) {
  courier.start();
  ASSERT_TRUE(becomes_true([&] { return room.central.healths().size() == 1; }));
  room.central.retry_after = 1;
  room.central.busy_for_events = true;
  room.request("44010625000001");
  courier.kick();
  ASSERT_TRUE(becomes_true([&] { return room.central.refused_events > 0; }));
  auto const beats = room.central.healths().size();
  std::this_thread::sleep_for(std::chrono::milliseconds{500});
  EXPECT_EQ(room.central.healths().size(), beats);
}

TEST_F(CourierRoom, WhatCentralHasLostIsDeliveredAgain) {
  room.request("44010625000001");
  room.request("44010625000002");
  courier.start();
  ASSERT_TRUE(becomes_true([&] { return room.pending() == 0; }));
  auto const first = room.central.accepted().front();
  room.central.lose_all_after(first);
  ASSERT_TRUE(becomes_true([&] { return room.central.accepted().size() == 3 && room.pending() == 0; }));
  EXPECT_TRUE(std::holds_alternative<protocol::KioskNoted>(room.central.accepted().back().what));
  EXPECT_NE(room.ledger.log_text().find("events_reopened"), std::string::npos);
}

TEST_F(CourierRoom, StartsAndStopsAsOftenAsAsked) {
  courier.stop();
  courier.start();
  courier.start();
  courier.stop();
  courier.stop();
  room.request("44010625000001");
  courier.start();
  EXPECT_TRUE(becomes_true([&] { return room.pending() == 0; }));
}

}  // namespace
}  // namespace ce::sync
