#include "central/accounts/tries.h"

#include "central/store/fixture.h"

namespace ce::accounts {
namespace {

struct TriesTest : test::StoreTest {
  static constexpr std::int64_t minute = 60'000;
  std::int64_t at = 0;

  template <class Work>
  void in_store(Work work) {
    auto const done =
        store.write([&](storage::Database& database) -> Result<void> { return work(database); });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  Try attempt(std::string const& who = "who", int allowed = tries_of_login) {
    Try answer = Try::locked;
    in_store([&](storage::Database& database) -> Result<void> {
      CE_TRY(answer, count_try(database, who, allowed, Instant{now.ms + at}));
      return {};
    });
    return answer;
  }
  /// The minutes until a try counts again.
  std::int64_t locked_minutes() {
    for (std::int64_t minutes = 0; minutes <= 3000; minutes += 15) {
      at += 15 * minute;
      if (attempt() != Try::locked) return minutes + 15;
    }
    return -1;
  }
};

TEST_F(TriesTest, TheFifthWithinTheWindowLocks) {
  for (int i = 0; i < 4; ++i) EXPECT_EQ(attempt(), Try::counted);
  EXPECT_EQ(attempt(), Try::last);
  EXPECT_EQ(attempt(), Try::locked);
  EXPECT_EQ(attempt("other"), Try::counted);
  at = 15 * minute - 1;
  EXPECT_EQ(attempt(), Try::locked);
  at = 15 * minute;
  EXPECT_EQ(attempt(), Try::counted);
}

TEST_F(TriesTest, TriesOfAnEarlierWindowDoNotCount) {
  for (int i = 0; i < 4; ++i) EXPECT_EQ(attempt(), Try::counted);
  at = 15 * minute;
  for (int i = 0; i < 4; ++i) EXPECT_EQ(attempt(), Try::counted);
  EXPECT_EQ(attempt(), Try::last);
}

TEST_F(TriesTest, EachLockIsTwiceAsLongUpToADay) {
  std::vector<std::int64_t> lengths;
  for (int lock = 0; lock < 9; ++lock) {
    while (attempt() != Try::last) {
    }
    lengths.push_back(locked_minutes());
  }
  EXPECT_EQ(lengths, (std::vector<std::int64_t>{15, 30, 60, 120, 240, 480, 960, 1440, 1440}));
}

TEST_F(TriesTest, ADayOfQuietForgets) {
  for (int lock = 0; lock < 2; ++lock) {
    while (attempt() != Try::last) {
    }
    at += 40 * minute;
  }
  at += 24 * 60 * minute;
  while (attempt() != Try::last) {
  }
  EXPECT_EQ(locked_minutes(), 15);
}

TEST_F(TriesTest, AClockYearsAheadLocksNobodyOutOnceItIsRight) {
  at = 5 * 365 * 24 * 60 * minute;
  while (attempt() != Try::last) {
  }
  at = 0;
  EXPECT_EQ(attempt(), Try::counted);
}

TEST_F(TriesTest, ARightPasswordForgetsOrTakesBackItsOwn) {
  for (int i = 0; i < 4; ++i) (void)attempt();
  in_store([](storage::Database& database) { return forget_tries(database, "who"); });
  EXPECT_EQ(attempt(), Try::counted);
  for (int i = 0; i < 2; ++i) (void)attempt("hall", 3);
  in_store([](storage::Database& database) { return take_back_try(database, "hall", Try::counted); });
  EXPECT_EQ(attempt("hall", 3), Try::counted);
  EXPECT_EQ(attempt("hall", 3), Try::last);
  in_store([](storage::Database& database) { return take_back_try(database, "hall", Try::last); });
  EXPECT_EQ(attempt("hall", 3), Try::last) << "two of others are counted still";
  EXPECT_EQ(attempt("hall", 3), Try::locked);
}

TEST(TriesKeys, TellNothingAndDiffer) {
  EXPECT_EQ(login_key("a").size(), 64U);
  EXPECT_NE(login_key("a"), address_key("a"));
  EXPECT_NE(login_key("a"), account_key("a"));
  EXPECT_EQ(address_key("2001:db8::1"), address_key("2001:db8::2"));
}

}  // namespace
}  // namespace ce::accounts
