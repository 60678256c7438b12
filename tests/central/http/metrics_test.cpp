#include <gmock/gmock.h>

#include <algorithm>

#include "central_process.h"
#include "fixture.h"
#include "prometheus.h"
#include "shared/protocol/json.h"

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
  EXPECT_EQ(value(parsed, "ce_failures_total", {{"code", "storage_busy"}}), 0);
  EXPECT_EQ(value(parsed, "ce_console_sessions"), 0);
  EXPECT_EQ(value(parsed, "ce_review_backlog_records", {{"state", "pending_hrss"}}), 0);
  EXPECT_EQ(value(parsed, "ce_build_info"), 1);
}

TEST_F(Watching, AliveAndReady) {
  for (auto const* path : {"/health", "/health/live"}) {
    auto const answer = central.ask(request("GET", path));
    EXPECT_EQ(answer.status, 200) << path;
    EXPECT_NE(answer.body.find(R"("status":"ok")"), std::string::npos) << path;
  }
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
