#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "browser.h"
#include "central/store/store.h"
#include "central_process.h"
#include "fixture.h"
#include "prometheus.h"
#include "shared/protocol/json.h"
#include "support/store/test_store.h"

namespace ce::tests {
namespace {

using testing::IsEmpty;

class Watching : public testing::Test {
 protected:
  Parsed metrics() const {
    auto const answer = central.ask(request("GET", "/metrics"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    return parse_exposition(answer.body);
  }
  static double value(Parsed const& parsed, std::string const& family,
                      std::map<std::string, std::string> const& labels = {}) {
    auto const found = parsed.families.find(family);
    if (found == parsed.families.end()) return -1;
    for (auto const& sample : found->second.samples) {
      bool const all = std::all_of(labels.begin(), labels.end(), [&](auto const& label) {
        auto const there = sample.labels.find(label.first);
        return there != sample.labels.end() && there->second == label.second;
      });
      if (all) return sample.value;
    }
    return -1;
  }

  CentralProcess central;
};

TEST_F(Watching, TheExpositionKeepsTheFormatAndTheConventions) {
  central.ask(request("GET", "/nowhere"));
  central.ask(request("GET", std::string{"/v/"} + certificate_number));
  EXPECT_THAT(metrics().faults, IsEmpty());
}

TEST_F(Watching, FiguresAreThoseOfTheStoreAndOfWhatWasAsked) {
  protocol::Health health;
  health.program_version = "0.1.0";
  health.outbox_pending = 4;
  central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health));
  protocol::KioskEvent const print{.id = EntryId::make(),
                                   .at = {1'740'000'000'000},
                                   .what = protocol::PrintRequested{certificate_number, 1, "N0000017"}};
  central.post_as_kiosk("/api/v1/kiosk/events",
                        protocol::write(std::span<protocol::KioskEvent const>{&print, 1}));
  auto const parsed = metrics();
  EXPECT_EQ(value(parsed, "ce_kiosks_enrolled"), 2);
  EXPECT_EQ(value(parsed, "ce_kiosks_alive"), 1);
  EXPECT_EQ(value(parsed, "ce_kiosk_outbox_pending_events"), 4);
  EXPECT_EQ(value(parsed, "ce_kiosk_events_total", {{"kind", "print_requested"}, {"acceptance", "accepted"}}),
            1);
  EXPECT_EQ(value(parsed, "ce_kiosk_events_total", {{"kind", "print_settled"}, {"acceptance", "accepted"}}),
            0);
  EXPECT_EQ(value(parsed, "ce_http_requests_total", {{"route", "/api/v1/kiosk/health"}, {"status", "200"}}),
            1);
  EXPECT_EQ(value(parsed, "ce_store_up"), 1);
  EXPECT_EQ(value(parsed, "ce_http_pool_refused_total"), 0);
  EXPECT_EQ(value(parsed, "ce_http_lines_refused_total", {{"why", "new_of_address"}}), 0);
  EXPECT_EQ(value(parsed, "ce_failures_total", {{"code", "storage_busy"}}), 0);
  EXPECT_EQ(value(parsed, "ce_console_sessions"), 0);
  EXPECT_EQ(value(parsed, "ce_review_backlog_records", {{"state", "pending_hrss"}}), 0);
  EXPECT_EQ(value(parsed, "ce_build_info"), 1);
}

// Whoever meets it: a page of the console, whose reader could tell nobody, or a thread that works in the
// background.
TEST_F(Watching, WhatBefallsTheStoreIsCounted) {
  Browser browser{central};
  ASSERT_EQ(browser.sign_in(hrss_login).status, 303);
  auto const drop = [this](std::string const& table) {
    auto store = store::Store::open(central.folder.store(), product_rules()).value();
    auto const done =
        store.write([&](storage::Database& database) { return database.execute("DROP TABLE " + table); });
    EXPECT_TRUE(done) << describe(done.failure());
  };
  auto const faults = [this] {
    double sum = 0;
    auto const told = metrics();
    for (auto const& sample : told.families.at("ce_failures_total").samples) sum += sample.value;
    return sum;
  };
  auto const before = faults();
  drop("proposals");
  EXPECT_EQ(browser.get("/console/approvals").status, 500);
  auto const on_a_page = faults();
  EXPECT_GT(on_a_page, before);
  drop("register_jobs");
  for (int i = 0; i < 1000 && faults() == on_a_page; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_GT(faults(), on_a_page) << "it looks for registers every few seconds";
}

TEST_F(Watching, AliveAndReady) {
  for (auto const* path : {"/health", "/health/live"}) {
    auto const answer = central.ask(request("GET", path));
    EXPECT_EQ(answer.status, 200) << path;
    EXPECT_NE(answer.body.find(R"("status":"ok")"), std::string::npos) << path;
  }
}

// A server that makes everybody wait is no reason to start this process anew: it would not wait less.
TEST_F(Watching, IsAliveWhileAServerMakesEverybodyWait) {
  if (!test::on_postgresql()) GTEST_SKIP() << "a file makes nobody wait";
  auto store = store::Store::open(central.folder.store(), product_rules()).value();
  std::atomic<bool> locked = false;
  std::atomic<bool> held = true;
  std::jthread const holder{[&] {
    EXPECT_TRUE(store.write([&](storage::Database& database) -> Result<void> {
      CE_CHECK(database.execute("LOCK TABLE certificates IN ACCESS EXCLUSIVE MODE"));
      locked = true;
      for (int i = 0; i < 1000 && held; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
      held = false;
      return {};
    }));
  }};
  while (!locked) std::this_thread::sleep_for(std::chrono::milliseconds{5});
  std::vector<Wire> waiting;
  for (int i = 0; i < 16; ++i) {
    waiting.push_back(central.connect());
    ASSERT_TRUE(waiting.back().send(request("GET", std::string{"/v/"} + certificate_number)));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds{200});
  EXPECT_EQ(central.ask(request("GET", "/health/live")).status, 200);
  EXPECT_TRUE(held) << "it waited as well";
  held = false;
  for (auto& wire : waiting) EXPECT_EQ(wire.receive().status, 200);
}

TEST(TheParserItself, FindsWhatIsWrong) {
  auto const faults = [](std::string const& text) { return parse_exposition(text).faults.size(); };
  auto const head = [](std::string const& name, std::string const& kind) {
    return "# HELP " + name + " Help.\n# TYPE " + name + " " + kind + "\n";
  };
  EXPECT_EQ(faults(head("ce_a_total", "counter") + "ce_a_total{x=\"1\"} 1\n"), 0U);
  EXPECT_NE(faults(head("ce_a", "counter") + "ce_a 1\n"), 0U);
  EXPECT_NE(faults(head("ce_a", "gauge") + "ce_a 1\nce_a 2\n"), 0U);
  EXPECT_NE(faults(head("ce_a", "gauge") + "ce_a{x=1} 1\n"), 0U);
  EXPECT_NE(faults(head("ce_a", "gauge") + "ce_a 1"), 0U);
  EXPECT_NE(faults(head("ce_a", "gauge") + "ce_b 1\n"), 0U);
  auto const histogram = [&](std::string const& count) {
    return head("ce_a_seconds", "histogram") +
           "ce_a_seconds_bucket{le=\"1\"} 2\nce_a_seconds_bucket{le=\"+Inf\"} " + count +
           "\nce_a_seconds_sum 1\nce_a_seconds_count 3\n";
  };
  EXPECT_EQ(faults(histogram("3")), 0U);
  EXPECT_NE(faults(histogram("1")), 0U);
}

}  // namespace
}  // namespace ce::tests
