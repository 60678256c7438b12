// A webhook hears of each alarm, when it begins and when it ends.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "central/alarms/fixture.h"
#include "central/alarms/message.h"
#include "central/alarms/webhook.h"
#include "kiosk/central_client/scripted_server.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

/// An authority's own server.
struct Told : Alarms {
  std::atomic<int> status{204};
  ScriptedServer server{[this](SeenRequest const&, Wire const& wire) { return wire.answer(status, ""); }};
  alarms::Webhook const webhook{server.url() + "/alarms", SecretText{std::string(32, 's')}, {}};

  /// Whether there was something to send.
  bool deliver() {
    return alarms::deliver_one(store, webhook, [this] { return now; }).value();
  }
  static std::string header(SeenRequest const& request, std::string const& name) {
    auto const at = request.head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    auto const from = at + name.size() + 4;
    return request.head.substr(from, request.head.find("\r\n", from) - from);
  }
  void begin() {
    beat();
    after(11);
    look(true);
  }
};

TEST_F(Told, ItsBeginningAndItsEndWithASignatureAndNobodysName) {
  begin();
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver());
  beat();
  look(true);
  EXPECT_TRUE(deliver());
  auto const seen = server.seen();
  ASSERT_EQ(seen.size(), 2U);
  auto const begun = nlohmann::json::parse(seen[0].body);
  auto const ended = nlohmann::json::parse(seen[1].body);
  EXPECT_EQ(begun["event"], "alarm_begun");
  EXPECT_EQ(begun["kind"], "silent");
  EXPECT_EQ(begun["kiosk"], "K1");
  EXPECT_EQ(begun["words"], "终端失联");
  EXPECT_EQ(begun["id"], header(seen[0], "X-CE-Event-Id"));
  EXPECT_EQ(ended["event"], "alarm_ended");
  EXPECT_EQ(ended["alarm"], begun["alarm"]);
  EXPECT_NE(ended["id"], begun["id"]);
  EXPECT_EQ(begun.size(), 11U) << "and nothing else: " << begun;
  EXPECT_TRUE(seen[0].head.starts_with("POST /alarms ")) << seen[0].head;
  EXPECT_EQ(header(seen[0], "X-CE-Signature"),
            alarms::signature(webhook.secret, seen[0].body, Instant{now.ms}));
}

TEST_F(Told, AgainUntilItWasTakenUnderTheSameId) {
  status = 500;
  begin();
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver()) << "not before the pause is over";
  EXPECT_EQ(first_value(store, "SELECT trouble FROM alarm_deliveries"), "HTTP 500");
  after(1);
  EXPECT_TRUE(deliver());
  after(1);
  status = 200;
  EXPECT_TRUE(deliver());
  after(100);
  EXPECT_FALSE(deliver());
  auto const seen = server.seen();
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[2].body, seen[0].body);
  EXPECT_EQ(header(seen[2], "X-CE-Event-Id"), header(seen[0], "X-CE-Event-Id"));
}

TEST_F(Told, AProcessThatEndsInMidTryLeavesItToTheNext) {
  begin();
  write("UPDATE alarm_deliveries SET tries = 1, next_ms = " + std::to_string(now.ms + 60'000));
  EXPECT_FALSE(deliver()) << "in another's hands";
  after(1);
  EXPECT_TRUE(deliver());
  EXPECT_EQ(server.seen().size(), 1U);
}

TEST_F(Told, ATryByAClockYearsAheadHoldsNothingUpOnceItIsRight) {
  status = 500;
  begin();
  auto const right = now;
  after(5 * 365 * 24 * 60);
  EXPECT_TRUE(deliver());
  now = right;
  status = 200;
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver());
}

TEST_F(Told, NobodyIsFollowedElsewhereAndASilentServerIsGivenUp) {
  status = 302;
  begin();
  EXPECT_TRUE(deliver());
  EXPECT_EQ(first_value(store, "SELECT trouble FROM alarm_deliveries"), "HTTP 302");
  alarms::Webhook const nobody{"http://127.0.0.1:1/", webhook.secret, {}};
  after(1);
  EXPECT_TRUE(alarms::deliver_one(store, nobody, [this] { return now; }).value());
  EXPECT_THAT(first_value(store, "SELECT trouble FROM alarm_deliveries"), HasSubstr("127.0.0.1"));
}

TEST_F(Told, WithoutAWebhookNothingIsLaidDown) {
  beat();
  after(11);
  look(false);
  EXPECT_EQ(first_value(store, "SELECT COUNT(*) FROM alarm_deliveries"), "0");
}

}  // namespace
}  // namespace ce::test
