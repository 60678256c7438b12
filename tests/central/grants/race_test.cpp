#include <atomic>
#include <thread>

#include "fixture.h"

namespace ce::test {
namespace {

struct Race : GrantsTest {};

TEST_F(Race, ManyKiosksOnTwoStoresAndOneWins) {
  constexpr int kiosks = 8;
  constexpr int rounds = 20;
  // A second opening of the same store stands for a second process: only the store is between the two.
  auto other = store::Store::open(place.location(), rulebook(), {}).value();
  grants::Office const second{other, ring, {}};
  for (int i = 0; i < kiosks; ++i) {
    auto const id = "R" + std::to_string(i);
    ASSERT_TRUE(store.enrol_kiosk({id, "440106", "大厅"}, id, now));
  }
  for (int round = 0; round < rounds; ++round) {
    std::atomic<int> won{0};
    std::atomic<int> held{0};
    std::vector<std::optional<grant::Grant>> grants(kiosks);
    std::vector<std::thread> threads;
    threads.reserve(kiosks);
    for (int i = 0; i < kiosks; ++i) {
      threads.emplace_back([&, i] {
        auto const answer = grants::hand_out(i % 2 == 0 ? office : second, "R" + std::to_string(i),
                                             {EntryId::make(), number, 1}, now);
        if (answer) grants[static_cast<std::size_t>(i)] = *answer;
        if (answer) ++won;
        if (!answer && answer.failure().code == FailureCode::grant_held) ++held;
      });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(held, kiosks - 1);
    EXPECT_EQ(one_text("SELECT CAST(count(*) AS TEXT) FROM print_grants WHERE state = 'live'"), "1");
    for (auto const& grant : grants) {
      if (grant) {
        ASSERT_TRUE(grants::take_back(store, grant->kiosk, grant->id, now));
      }
    }
  }
}

}  // namespace
}  // namespace ce::test
