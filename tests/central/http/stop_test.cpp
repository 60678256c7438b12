#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "central/store/store.h"
#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

protocol::KioskEvent next_print() {
  return {.id = EntryId::make(),
          .at = {1'740'000'000'000},
          .what = protocol::PrintRequested{certificate_number, 1, "N0000017"}};
}

TEST(StoppingUnderLoad, WhatWasAnsweredIsKeptAndNobodyGetsHalfAnAnswer) {
  constexpr int clients = 8;
  CentralProcess central;
  std::atomic<std::size_t> accepted{0};
  std::mutex mutex;
  std::vector<std::string> cut;  // answers that are not what a kiosk waits for
  std::vector<std::thread> threads;
  threads.reserve(clients);
  for (int i = 0; i < clients; ++i) {
    threads.emplace_back([&] {
      auto wire = central.connect();
      for (;;) {
        auto const event = next_print();
        wire.send(request("POST", "/api/v1/kiosk/events", kiosk_headers(),
                          protocol::write(std::span<protocol::KioskEvent const>{&event, 1})));
        auto const answer = wire.receive();
        if (answer.status == 0) return;
        auto const replies = protocol::read_event_replies(answer.body);
        if (answer.status != 200 || !replies) {
          std::lock_guard const lock{mutex};
          cut.push_back(std::to_string(answer.status) + " " + answer.body);
        }
        if (replies) ++accepted;
        auto const connection = answer.headers.find("connection");
        if (connection != answer.headers.end() && connection->second == "close") return;
      }
    });
  }
  while (accepted < 200) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  central.signal(SIGTERM);
  for (auto& thread : threads) thread.join();
  auto const ended = central.wait();
  EXPECT_EQ(ended.code, 0) << ended.output;
  EXPECT_EQ(cut, std::vector<std::string>{});

  auto const& rules = product_rules();
  auto const store = store::Store::open(central.folder.store(), rules).value();
  std::size_t kept = 0;
  ASSERT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT COUNT(*) FROM issue_register");
    CE_CHECK(row.step());
    kept = static_cast<std::size_t>(row.integer(0));
    return {};
  }));
  EXPECT_GE(kept, accepted);            // all that was answered,
  EXPECT_LE(kept, accepted + clients);  // and at most what was under way beside it
}

}  // namespace
}  // namespace ce::tests
