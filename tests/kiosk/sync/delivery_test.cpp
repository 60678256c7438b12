#include "kiosk/sync/delivery.h"

#include "kiosk/sync/backoff.h"
#include "sync_room.h"

namespace ce::sync {
namespace {

using protocol::PrintOutcome;
using test::SyncRoom;

struct Delivery : testing::Test {
  SyncRoom room;
  Result<Delivered> deliver(std::size_t batch = 50) {
    return deliver_once(room.journal, *room.client, room.ledger.logger, batch);
  }
};

TEST_F(Delivery, AnEmptyOutboxAsksNobody) {
  EXPECT_EQ(deliver().value().accepted, 0U);
  EXPECT_EQ(room.central.requests(), 0U);
}

TEST_F(Delivery, EventsArriveInOrderAndOnce) {
  auto const first = room.request("44010625000001");
  ASSERT_TRUE(room.journal.settle(first.id, PrintOutcome::failed, FailureCode::printer_jammed).ok());
  auto const second = room.request("44010625000001");
  EXPECT_EQ(deliver(2).value().accepted, 2U);
  EXPECT_EQ(deliver(2).value().accepted, 1U);
  auto const arrived = room.central.accepted();
  ASSERT_EQ(arrived.size(), 3U);
  EXPECT_EQ(arrived[0].id, first.id);
  EXPECT_EQ(std::get<protocol::PrintSettled>(arrived[1].what).print, first.id);
  EXPECT_EQ(arrived[2].id, second.id);
  EXPECT_EQ(room.pending(), 0);
}

TEST_F(Delivery, WithCentralDownEverythingWaits) {
  room.request("44010625000001");
  room.central.down = true;
  EXPECT_EQ(deliver().failure().code, FailureCode::central_unreachable);
  EXPECT_EQ(room.pending(), 1);
  room.central.down = false;
  EXPECT_EQ(deliver().value().accepted, 1U);
}

TEST_F(Delivery, AnAnswerThatWasLostIsNoSecondEvent) {
  room.request("44010625000001");
  room.central.loses_answer = true;
  EXPECT_EQ(deliver().failure().code, FailureCode::central_unreachable);
  EXPECT_EQ(room.pending(), 1);
  EXPECT_EQ(deliver().value().accepted, 1U);
  EXPECT_EQ(room.central.accepted().size(), 1U);
  EXPECT_EQ(room.pending(), 0);
}

TEST_F(Delivery, ARefusedEventIsKeptForStaffAndBlocksNothing) {
  room.central.refused_certificate = "44010625000001";
  room.request("44010625000001");
  room.request("44010625000002");
  auto const round = deliver().value();
  EXPECT_EQ(round.accepted, 1U);
  EXPECT_EQ(round.refused, 1U);
  EXPECT_EQ(room.pending(), 0);
  EXPECT_EQ(room.journal.refused_count().value(), 1);
  EXPECT_NE(room.ledger.log_text().find("outbox_refused"), std::string::npos);
}

TEST_F(Delivery, OneEventThatSpoilsTheRequestIsFoundAndTheRestGoesThrough) {
  room.central.poison_certificate = "44010625000002";
  for (auto const* number : {"44010625000001", "44010625000002", "44010625000003"}) room.request(number);
  auto const round = deliver().value();
  EXPECT_EQ(round.accepted, 2U);
  EXPECT_EQ(round.refused, 1U);
  EXPECT_EQ(room.central.accepted().size(), 2U);
  EXPECT_EQ(room.pending(), 0);
}

TEST_F(Delivery, WhatMayPassByItselfMarksNothingRefused) {
  room.request("44010625000001");
  for (int const status : {401, 403, 404, 429, 500, 503}) {
    room.central.status = status;
    EXPECT_FALSE(deliver().ok()) << status;
  }
  EXPECT_EQ(room.pending(), 1);
  EXPECT_EQ(room.journal.refused_count().value(), 0);
}

TEST(Backoff, DoublesUpToTheLongestAndBeginsAnew) {
  using std::chrono::milliseconds;
  Backoff backoff{milliseconds{1000}, milliseconds{60'000}, 7};
  for (int const ceiling : {1000, 2000, 4000, 8000, 16'000, 32'000, 60'000, 60'000}) {
    auto const pause = backoff.next().count();
    EXPECT_GE(pause, ceiling / 2);
    EXPECT_LE(pause, ceiling);
  }
  backoff.reset();
  EXPECT_LE(backoff.next().count(), 1000);
  EXPECT_NE(Backoff(milliseconds{60'000}, milliseconds{60'000}, 1).next(),
            Backoff(milliseconds{60'000}, milliseconds{60'000}, 2).next())
      << "kiosks do not come back in step";
}

}  // namespace
}  // namespace ce::sync
