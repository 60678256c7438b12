// A kiosk's log: asked for at the console, told with a heartbeat, brought, read by who may, gone after its
// days.
#include <gmock/gmock.h>

#include "at_the_console.h"
#include "central/fleet/logs.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto of_kiosk = "/console/kiosks/GZ-TH-01";
constexpr auto to_central = "/api/v1/kiosk/logs";

struct KioskLogs : AtTheConsole {
  std::optional<protocol::LogWanted> heard() const {
    protocol::Health health;
    health.reader_ok = health.printer_ok = true;
    auto const answer = central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return protocol::read_health_reply(answer.body).value().log_wanted;
  }
  int bring(protocol::KioskLog const& log) const {
    return central.post_as_kiosk(to_central, protocol::write(log)).status;
  }
  protocol::LogWanted ask() {
    browser.sign_in(operator_login);
    EXPECT_EQ(send(of_kiosk, {{"act", "log"}, {"hours", "72"}}).status, 303);
    auto const wanted = heard();
    EXPECT_TRUE(wanted);
    return wanted.value_or(protocol::LogWanted{EntryId::make()});
  }
  static std::string page_of(protocol::LogWanted const& wanted) {
    return std::string{of_kiosk} + "/logs/" + wanted.id.text();
  }
};

TEST_F(KioskLogs, IsAskedForOnceBroughtOnceAndReadByTheOperator) {
  EXPECT_FALSE(heard());
  auto const wanted = ask();
  EXPECT_EQ(wanted.hours, 72);
  EXPECT_EQ(last_entry(), "kiosk_log_asked operator kiosk GZ-TH-01 440106");
  EXPECT_EQ(heard(), wanted) << "until it is here";
  EXPECT_THAT(browser.get(of_kiosk).body, HasSubstr("等待终端"));
  EXPECT_EQ(browser.get(page_of(wanted)).status, 404) << "it is not here yet";
  auto const twice = send(of_kiosk, {{"act", "log"}, {"hours", "2"}});
  EXPECT_EQ(twice.status, 422);
  EXPECT_THAT(twice.body, HasSubstr("正在等终端送来"));
  EXPECT_EQ(send(of_kiosk, {{"act", "log"}, {"hours", "9999"}}).status, 422);

  std::string const line =
      R"({"time":"2026-03-01T06:05:09.120Z","level":"warning","event":"reader_lost","why":"<b>x</b> 11010519491231002X"})";
  EXPECT_EQ(bring({.request = wanted.id, .text = line + "\nno line of a log\n", .left_out = 3}), 200);
  EXPECT_EQ(bring({.request = wanted.id, .text = "another"}), 200) << "the answer may have been lost";
  EXPECT_FALSE(heard());
  EXPECT_THAT(browser.get(of_kiosk).body, HasSubstr("href=\"" + page_of(wanted)));
  auto const page = browser.get(page_of(wanted));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("2026-03-01 14:05:09"), HasSubstr("reader_lost"), HasSubstr("3 行"),
                               HasSubstr("no line of a log"), Not(HasSubstr("<b>x"))));
  EXPECT_THAT(page.body, Not(HasSubstr("11010519491231002X"))) << "starred here once more";
  EXPECT_EQ(last_entry(), "kiosk_log_read operator kiosk GZ-TH-01 440106");
  auto const file = browser.get(page_of(wanted) + "/file");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.body, testing::StartsWith(R"({"time":"2026-03-01T06:05:09.120Z")"));
  EXPECT_THAT(file.headers.at("content-disposition"), HasSubstr("attachment; filename=\"kiosk-log-"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'kiosk_log_read'"), "2");

  EXPECT_EQ(browser.get("/console/kiosks/GZ-TH-02/logs/" + wanted.id.text()).status, 404);
  browser.sign_in(hrss_login);
  EXPECT_THAT(browser.get(of_kiosk).body, Not(HasSubstr("索取"))) << "machines are the operator's";
  EXPECT_EQ(browser.get(page_of(wanted)).status, 403);
  EXPECT_EQ(browser.get(page_of(wanted) + "/file").status, 403);
  EXPECT_EQ(send(of_kiosk, {{"act", "log"}, {"hours", "2"}}).status, 403);
}

TEST_F(KioskLogs, NobodyBringsOneThatWasNotAskedOfHim) {
  auto const wanted = ask();
  auto const another = std::string{"Content-Type: application/json\r\nX-Kiosk-Id: "} + other_kiosk_id +
                       "\r\nAuthorization: Bearer " + other_kiosk_key + "\r\n";
  auto const of_another = central.ask(
      request("POST", to_central, another, protocol::write(protocol::KioskLog{.request = wanted.id})));
  EXPECT_EQ(of_another.status, 404) << of_another.body;
  EXPECT_EQ(bring({.request = EntryId::make(), .text = "x"}), 404);
  EXPECT_EQ(bring({.request = wanted.id, .text = std::string(600'000, 'x')}), 400);
  EXPECT_EQ(bring({.request = wanted.id, .text = std::string(3'000'000, 'x')}), 413);
  EXPECT_EQ(bring({.request = wanted.id, .problem = "日志由系统收集"}), 200);
  EXPECT_THAT(browser.get(of_kiosk).body, AllOf(HasSubstr("没有日志"), HasSubstr("日志由系统收集")));
}

TEST_F(KioskLogs, AKioskThatIsSilentIsNotAskedForEverAndNothingIsKeptForEver) {
  auto const wanted = ask();
  auto store = store::Store::open(central.folder.store(), product_rules()).value();
  auto const asked = Instant{std::stoll(value("SELECT asked_ms FROM kiosk_logs"))};
  constexpr std::int64_t day = 86'400'000;
  ASSERT_TRUE(store.write([&](storage::Database& database) {
    return database.prepare("UPDATE kiosk_logs SET asked_ms = $1").bind(1, asked.ms - day).run();
  }));
  EXPECT_FALSE(heard());
  EXPECT_EQ(bring({.request = wanted.id, .text = "late"}), 404);
  EXPECT_THAT(browser.get(of_kiosk).body, HasSubstr("终端没有送来"));
  EXPECT_EQ(send(of_kiosk, {{"act", "log"}, {"hours", "2"}}).status, 303) << "it may be asked anew";
  EXPECT_EQ(fleet::drop_old_logs(store, 30, asked).value(), 0);
  EXPECT_EQ(fleet::drop_old_logs(store, 30, {asked.ms + 29 * day + 1}).value(), 1);
  EXPECT_EQ(fleet::drop_old_logs(store, 30, {asked.ms + 31 * day}).value(), 1);
}

}  // namespace
}  // namespace ce::tests
