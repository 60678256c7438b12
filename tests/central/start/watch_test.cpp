#include "central/start/watch.h"

#include <gmock/gmock.h>

#include <atomic>

#include "../http/wire.h"
#include "central/rulebook/rulebook.h"
#include "support/files.h"
#include "support/service_manager.h"
#include "support/temp_directory.h"

namespace ce::central {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;

/// A server with one page that may take its time, a store, and systemd's end of the line: it wants to hear
/// something every third of a second.
struct Watched : testing::Test {
  test::TempDirectory directory;
  test::ServiceManager manager{directory / "notify", "300000"};
  log::Logger const log = *log::Logger::to_file(directory / "log", 1U << 20U, 1);
  rulebook::Rulebook const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
  store::Store store = store::Store::open((directory / "central.db").string(), rules).value();
  http::Metrics metrics;
  std::atomic<bool> held = false;
  http::Router const router{{{.pattern = "/slow",
                              .handle =
                                  [this](http::Request const&) {
                                    wait_while_held();
                                    return http::Response{};
                                  }},
                             {.method = http::Method::post,
                              .pattern = "/upload",
                              .auth = http::Auth::session,
                              .most_body = 1U << 20U,
                              .handle = [](http::Request const&) { return http::Response{}; }}}};
  http::Service const service{
      router,
      {.kiosk = {},
       .site = {},
       .session = {},
       .glance = [this](http::Request const&) -> Result<std::optional<accounts::SignedIn>> {
         wait_while_held();
         return std::optional<accounts::SignedIn>{};
       },
       .own_origin = {}},
      metrics,
      log};
  http::Options const options = [] {
    http::Options one;
    one.io_threads = 1;
    return one;
  }();

  void wait_while_held() const {
    while (held) std::this_thread::sleep_for(5ms);
  }
  /// What it hears within half a second.
  [[nodiscard]] std::vector<std::string> heard() const {
    (void)manager.heard();
    std::this_thread::sleep_for(500ms);
    return manager.heard();
  }
  [[nodiscard]] bool is_silent() const {
    for (int i = 0; i < 20; ++i) {
      if (heard().empty()) return true;
    }
    return false;
  }
  void SetUp() override { metrics.watch(router.routes()); }
};

TEST_F(Watched, TellsThatItServesThatItLivesAndThatItEnds) {
  auto const server = http::Server::start(options, service);
  {
    Watch const watch{*server, store, log};
    EXPECT_EQ(manager.heard().front(), "READY=1");
    EXPECT_THAT(heard(), Contains("WATCHDOG=1"));
  }
  EXPECT_EQ(manager.heard().back(), "STOPPING=1");
}

TEST_F(Watched, AnIoThreadThatHangsIsToldOfNoMore) {
  auto const server = http::Server::start(options, service);
  Watch const watch{*server, store, log, {.serving = 1s, .writing = 300s}};
  held = true;
  tests::Wire wire{server->port()};
  EXPECT_TRUE(wire.send(tests::request("GET", "/slow")));
  EXPECT_TRUE(is_silent());
  EXPECT_THAT(test::read_all(directory / "log"), HasSubstr("an I/O thread has not come round for 1 s"));
  held = false;
  EXPECT_EQ(wire.receive().status, 200);
  while (heard().empty()) {
  }
}

// A store on a server may be slow to say who sends a large body; everybody else of that I/O thread is served
// meanwhile.
TEST_F(Watched, WhoIsLookedUpBeforeALargeBodyHoldsNobodyUp) {
  auto const server = http::Server::start(options, service);
  held = true;
  tests::Wire upload{server->port()};
  EXPECT_TRUE(upload.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n"));
  std::this_thread::sleep_for(100ms);
  std::jthread const in_the_end{[this] {
    for (int i = 0; i < 1000 && held; ++i) std::this_thread::sleep_for(5ms);
    held = false;
  }};
  tests::Wire other{server->port()};
  EXPECT_TRUE(other.send(tests::request("GET", "/nowhere")));
  EXPECT_EQ(other.receive().status, 404);
  EXPECT_TRUE(held) << "it waited for the store";
  held = false;
  EXPECT_EQ(upload.receive().status, 401);
}

TEST_F(Watched, AWriteThatNeverEndsIsToldOfNoMore) {
  auto const server = http::Server::start(options, service);
  held = true;
  std::jthread const writer{[this] {
    (void)store.write([this](storage::Database&) -> Result<void> {
      while (held) std::this_thread::sleep_for(5ms);
      return {};
    });
  }};
  std::this_thread::sleep_for(50ms);
  Watch const watch{*server, store, log, {.serving = 60s, .writing = 1s}};
  EXPECT_TRUE(is_silent());
  EXPECT_THAT(test::read_all(directory / "log"), HasSubstr("the store's writing has not come round for 1 s"));
  held = false;
}

}  // namespace
}  // namespace ce::central
