#include "central/cluster/cluster_test.h"
#include "central/postgres/postgres.h"

// Which server is written to, and what becomes of it when that one takes no writes any more.
namespace ce::test {
namespace {

using testing::HasSubstr;

bool eventually(std::function<bool()> const& what) {
  for (int i = 0; i < 100; ++i) {
    if (what()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  return false;
}

struct ReadOnly : ClusterTest {
  static void read_only(bool on) {
    pair().on_primary(on ? "ALTER SYSTEM SET default_transaction_read_only = on"
                         : "ALTER SYSTEM RESET default_transaction_read_only");
    pair().on_primary("SELECT pg_reload_conf()");
  }
};

TEST_F(ReadOnly, OfTwoHostsTheSecondIsTakenWhereTheFirstIsAStandby) {
  auto store = open(Pair::at(pair().standby_host() + "," + pair().primary_host()));
  ASSERT_TRUE(stroke(store));
  EXPECT_EQ(strokes(), "1");
}

TEST_F(ReadOnly, WhereOnlyAStandbyAnswersThatIsSaid) {
  auto const opened = postgres::connect(pair().standby(), {});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.failure().code, FailureCode::storage_lost);
  EXPECT_THAT(opened.failure().detail, HasSubstr("没有一台可以写入"));
}

TEST_F(ReadOnly, OneThatBecameReadOnlyIsLeftAndTakenAgain) {
  auto store = open(pair().primary());
  ASSERT_TRUE(stroke(store));
  read_only(true);
  ASSERT_TRUE(eventually([&] { return !stroke(store).ok(); }));
  auto const refused = stroke(store);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_lost) << describe(refused.failure());
  read_only(false);
  EXPECT_TRUE(eventually([&] { return stroke(store).ok(); })) << "without a new start";
}

// On servers of its own: nothing is as before.
TEST(Servers, AStandbyThatTakesOverIsFound) {
  Pair const own;
  auto store = ClusterTest::open(Pair::at(own.primary_host() + "," + own.standby_host()));
  own.on_primary("CREATE TABLE strokes (who TEXT NOT NULL)");
  auto const stroke = [&] {
    return store
        .write([](storage::Database& database) {
          return database.execute("INSERT INTO strokes VALUES ('one')");
        })
        .ok();
  };
  ASSERT_TRUE(stroke());
  own.on_primary("ALTER SYSTEM SET default_transaction_read_only = on");
  own.on_primary("SELECT pg_reload_conf()");
  own.on_standby("SELECT pg_promote()");
  ASSERT_TRUE(eventually(stroke));
  EXPECT_EQ(Pair::ask(own.standby_host(), "SELECT count(*) FROM strokes"), "2");
}

}  // namespace
}  // namespace ce::test
