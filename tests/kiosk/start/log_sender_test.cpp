// A log that central asked for: what is in it, and that it is brought once.
#include "kiosk/start/log_sender.h"

#include <gmock/gmock.h>

#include <thread>

#include "kiosk/central_client/client_room.h"
#include "kiosk/diagnostics/log_lines.h"
#include "shared/protocol/limits.h"

namespace ce::start {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Instant log_now{1'772'345'109'120};  // 2026-03-01T06:05:09.120Z

struct Hourglass final : Clock {
  [[nodiscard]] Instant now() const override { return log_now; }
  [[nodiscard]] Tick tick() const override { return SystemClock{}.tick(); }
};

struct LogWantedTest : testing::Test {
  test::ClientRoom wire;
  Hourglass clock;
  std::filesystem::path const file = wire.directory / "kiosk.log";
  log::Logger logger = log::Logger::to_file(wire.directory / "own.log", 1U << 20U, 1).value();
  protocol::LogWanted const wanted{EntryId::make(), 2};

  void write_log() const {
    test::write_all(wire.directory / "kiosk.1.log",
                    R"({"time":"2026-03-01T04:05:09.119Z","level":"info","event":"started"})"
                    "\n"
                    R"({"time":"2026-03-01T04:05:09.120Z","level":"info","event":"card_read"})"
                    "\n");
    test::write_all(
        file,
        "a library's own words about 11010519491231002X\n"
        R"({"time":"2026-03-01T06:05:00.000Z","level":"warning","event":"failure","why":"11010519491231002X 44010624000001"})"
        "\n"
        R"({"time":"2026-03-01T06:05:01.000Z","level":"info","event":"nobody_knows_it"})"
        "\n");
  }
};

TEST_F(LogWantedTest, TheLastHoursAreInItAndNobodysNumbers) {
  write_log();
  auto const log = log_wanted(wanted, file, log_now);
  EXPECT_EQ(log.request, wanted.id);
  EXPECT_TRUE(log.text.starts_with(R"({"time":"2026-03-01T04:05:09.120Z")")) << log.text;
  EXPECT_THAT(log.text, HasSubstr("06:05:00.000Z"));
  EXPECT_THAT(log.text, Not(HasSubstr("1101051949")));
  EXPECT_THAT(log.text, Not(HasSubstr("44010624")));
  EXPECT_EQ(log.left_out, 2);
  EXPECT_EQ(log.problem, "");
  auto const all = diagnostics::log_lines(file, 1U << 20U);
  EXPECT_THAT(all.text, HasSubstr("started")) << "a stick takes all of it";
}

TEST_F(LogWantedTest, TheNewestWholeLinesAreTakenWhereThereAreTooMany) {
  std::string const line = R"({"time":"2026-03-01T06:05:00.000Z","level":"info","event":"card_read"})"
                           "\n";
  std::string text;
  constexpr int lines = 9000;
  for (int i = 0; i < lines; ++i) text += line;
  test::write_all(file, text);
  auto const log = log_wanted(wanted, file, log_now);
  EXPECT_LE(log.text.size(), protocol::longest_log);
  EXPECT_GT(log.text.size(), protocol::longest_log - line.size());
  EXPECT_EQ(log.text.size() % line.size(), 0U);
  EXPECT_EQ(log.left_out + static_cast<std::int64_t>(log.text.size() / line.size()), lines);
}

TEST_F(LogWantedTest, WithoutAFileItIsSaidWhy) {
  EXPECT_THAT(log_wanted(wanted, {}, log_now).problem, HasSubstr("journalctl"));
  EXPECT_THAT(log_wanted(wanted, file, log_now).problem, HasSubstr("读不到日志文件"));
}

TEST_F(LogWantedTest, IsBroughtOnceAndAgainOnlyWhereItDidNotArrive) {
  write_log();
  std::atomic<int> status = 503;
  test::ScriptedServer const server{[&](test::SeenRequest const&, test::Wire const& end) {
    return end.answer(status, R"({"version":1})");
  }};
  auto const client = wire.client(server.url());
  LogSender sender{{client.get(), file, &clock, &logger}};
  sender.start();
  auto const told_until = [&](std::size_t count) {
    for (int i = 0; i < 500 && server.seen().size() < count; ++i) {
      sender.take(wanted);  // as each heartbeat's answer
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return server.seen().size();
  };
  EXPECT_GE(told_until(2), 2U) << "central could not take it";
  status = 200;
  auto const sent = told_until(3);
  EXPECT_GE(sent, 3U);
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  auto const before = server.seen().size();
  for (int i = 0; i < 20; ++i) sender.take(wanted);
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  EXPECT_EQ(server.seen().size(), before) << "it arrived";
  sender.take(std::nullopt);
  EXPECT_THAT(server.seen().back().head, testing::StartsWith("POST /api/v1/kiosk/logs "));
  auto const log = protocol::read_kiosk_log(server.seen().back().body).value();
  EXPECT_EQ(log.request, wanted.id);
  EXPECT_THAT(log.text, HasSubstr("card_read"));
}

}  // namespace
}  // namespace ce::start
