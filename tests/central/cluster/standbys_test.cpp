#include "central/cluster/cluster_test.h"

// Reads that may be a little old go to a standby while it keeps up, and to the primary where it does not.
namespace ce::test {
namespace {

struct Recent : ClusterTest {
  static constexpr std::chrono::milliseconds oldest{600};
  static store::Settings following(std::string const& standbys) {
    store::Settings settings;
    settings.standbys = standbys;
    settings.standby_age = oldest;
    return settings;
  }
  store::Store store = open(pair().primary(), following(pair().standby()));

  struct Seen {
    bool on_standby;
    std::int64_t strokes;
  };
  Seen look() const {
    Seen seen{};
    auto const done = store.read_recent([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare("SELECT pg_is_in_recovery(), (SELECT count(*) FROM strokes)");
      CE_CHECK(row.step());
      seen = {row.integer(0) != 0, row.integer(1)};
      return {};
    });
    EXPECT_TRUE(done) << describe(done.failure());
    return seen;
  }
  bool eventually_on_standby(bool wanted) const {
    for (int i = 0; i < 160; ++i) {
      if (look().on_standby == wanted) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return false;
  }
};

TEST_F(Recent, AStandbyThatKeepsUpIsAsked) {
  EXPECT_TRUE(eventually_on_standby(true));
  auto const use = store.standby_use();
  ASSERT_TRUE(use);
  EXPECT_GE(use->by_standby, 1u);
  ASSERT_TRUE(use->age);
  EXPECT_LE(*use->age, oldest);
}

TEST_F(Recent, NothingOlderThanAllowedIsEverTold) {
  ASSERT_TRUE(eventually_on_standby(true));
  pair().on_standby("SELECT pg_wal_replay_pause()");
  ASSERT_TRUE(stroke(store));
  auto const written = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - written < oldest + std::chrono::milliseconds{50}) look();
  auto const seen = look();
  EXPECT_FALSE(seen.on_standby);
  EXPECT_EQ(seen.strokes, 1);
  EXPECT_GE(store.standby_use()->by_primary, 1u);
  EXPECT_GT(store.standby_use()->age, oldest) << "how far behind it is can be seen";
  pair().on_standby("SELECT pg_wal_replay_resume()");
  EXPECT_TRUE(eventually_on_standby(true));
  EXPECT_EQ(look().strokes, 1);
}

TEST_F(Recent, WithoutAnyStandbyThePrimaryIsAsked) {
  auto alone = open(pair().primary(), following(Pair::at("/tmp/ce-no-such-directory")));
  auto const done = alone.read_recent(
      [](storage::Database& database) { return database.prepare("SELECT count(*) FROM strokes").run(); });
  EXPECT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(alone.standby_use()->by_primary, 1u);
  EXPECT_FALSE(alone.standby_use()->age);
  EXPECT_FALSE(open(pair().primary()).standby_use()) << "none was configured";
}

}  // namespace
}  // namespace ce::test
