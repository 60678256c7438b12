#include <future>

#include "central/cluster/cluster_test.h"
#include "central/postgres/postgres.h"
#include "central/store/commit_keys.h"

// A commit whose answer is lost is asked for by its key: it is kept once, never twice, and told truly.
namespace ce::test {
namespace {

using Strike = CommitProxy::Strike;
using storage::Isolation;

struct Unanswered : ClusterTest, testing::WithParamInterface<Isolation> {
  CommitProxy proxy{pair().primary_host()};
  store::Store store = open(Pair::at(proxy.host()));
};

INSTANTIATE_TEST_SUITE_P(Each, Unanswered, testing::Values(Isolation::serializable, Isolation::row_locks));

TEST_P(Unanswered, ACommitThatNeverArrivedIsMadeAgain) {
  proxy.strike_once(Strike::before_commit);
  auto const done = stroke(store, GetParam());
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_TRUE(proxy.has_struck());
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(strokes(), "1");
}

TEST_P(Unanswered, OneThatWasKeptIsNotMadeAgain) {
  proxy.strike_once(Strike::before_answer);
  auto const done = stroke(store, GetParam());
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_TRUE(proxy.has_struck());
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(strokes(), "1");
}

TEST_P(Unanswered, OneThatIsUnderWayIsWaitedFor) {
  proxy.strike_once(Strike::behind_commit);
  auto const done = stroke(store, GetParam());
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_TRUE(proxy.has_struck());
  EXPECT_EQ(strokes(), "1");
}

TEST_P(Unanswered, OneThatArrivesAfterItWasAskedForIsRefusedByTheServer) {
  proxy.strike_once(Strike::commit_is_late);
  auto const done = stroke(store, GetParam());
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(strokes(), "1");
  proxy.release();
  EXPECT_EQ(strokes(), "1") << "the key was taken by whoever asked";
}

TEST_P(Unanswered, ABackendThatEndsInMidTransactionLeavesNothing) {
  auto const done = store.write(
      [&](storage::Database& database) -> Result<void> {
        CE_CHECK(database.prepare("INSERT INTO strokes (who) VALUES ('one')").run());
        if (++runs > 1) return {};
        auto row = database.prepare("SELECT pg_backend_pid()");
        CE_CHECK(row.step());
        pair().on_primary("SELECT pg_terminate_backend(" + std::to_string(row.integer(0)) + ", 5000)");
        return database.prepare("INSERT INTO strokes (who) VALUES ('two')").run();
      },
      GetParam());
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(strokes(), "1");
}

TEST_P(Unanswered, WorkThatSaysSoIsMadeAgainWithoutAsking) {
  proxy.strike_once(Strike::before_answer);
  auto const done = store.write(
      [&](storage::Database& database) {
        ++runs;
        return database.execute(
            "INSERT INTO strokes (who) SELECT 'one' WHERE NOT EXISTS (SELECT 1 FROM strokes)");
      },
      GetParam(), store::Unanswered::repeat);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(strokes(), "1");
}

struct CommitKeys : ClusterTest {
  store::Store store = open(pair().primary());
  storage::Database database = postgres::connect(pair().primary(), {}).value();
};

TEST_F(CommitKeys, AreClaimedForGood) {
  auto const key = store::new_commit_key();
  EXPECT_FALSE(store::was_kept(database, key).value());
  EXPECT_FALSE(store::was_kept(database, key).value()) << "asking again tells the same";
  auto transaction = database.begin().value();
  ASSERT_TRUE(store::keep_commit_key(database, key));
  auto const refused = transaction.commit();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_constraint);
}

TEST_F(CommitKeys, GoAfterADay) {
  ASSERT_TRUE(stroke(store));
  pair().on_primary("INSERT INTO commit_keys (key, kept, made_ms) VALUES ('old', 1, 0)");
  auto const more = store.tidy();
  ASSERT_TRUE(more) << describe(more.failure());
  EXPECT_FALSE(*more);
  EXPECT_EQ(Pair::ask(pair().primary_host(), "SELECT count(*) FROM commit_keys WHERE key = 'old'"), "0");
  EXPECT_NE(Pair::ask(pair().primary_host(), "SELECT count(*) FROM commit_keys"), "0");
}

// The server commits, alone, where its wait for the standby is broken off, and only warns.
TEST_F(CommitKeys, ACommitThatNoStandbyHasIsInDoubt) {
  pair().on_primary("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  pair().on_primary("SELECT pg_reload_conf()");
  auto const one = [this] {
    auto transaction = database.begin().value();
    EXPECT_TRUE(database.execute("INSERT INTO strokes (who) VALUES ('one')"));
    return transaction.commit();
  };
  Result<void> kept;
  for (int i = 0; i < 100 && kept; ++i) {  // until the servers' processes have read the setting
    auto committing = std::async(std::launch::async, one);
    while (committing.wait_for(std::chrono::milliseconds{50}) != std::future_status::ready) {
      pair().on_primary("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }
    kept = committing.get();
  }
  pair().on_primary("ALTER SYSTEM RESET synchronous_standby_names");
  pair().on_primary("SELECT pg_reload_conf()");
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.failure().code, FailureCode::storage_in_doubt) << describe(kept.failure());
  EXPECT_GE(std::stoi(strokes()), 1) << "it is there all the same";
}

}  // namespace
}  // namespace ce::test
