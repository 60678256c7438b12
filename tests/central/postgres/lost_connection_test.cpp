#include "central/postgres/contract.h"
#include "central/postgres/cutting_proxy.h"
#include "central/postgres/postgres.h"

namespace ce::test {
namespace {

struct LostConnection : Contract {
  storage::Database other = postgres::connect(place.location(), {}).value();

  static std::int64_t process_of(storage::Database& asked) {
    auto row = asked.prepare("SELECT pg_backend_pid()");
    return row.step().value() ? row.integer(0) : 0;
  }
  void end(std::int64_t process) {
    ASSERT_TRUE(
        other.prepare("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)").bind(1, process).run());
  }
};

TEST_F(LostConnection, InTheMiddleOfATransactionNothingIsKept) {
  auto const process = process_of(database);
  {
    auto transaction = database.begin().value();
    ASSERT_TRUE(add(1, "a"));
    end(process);
    auto const lost = add(2, "b");
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.failure().code, FailureCode::storage_lost) << describe(lost.failure());
  }
  EXPECT_FALSE(database.usable());
  EXPECT_EQ(add(3, "c").failure().code, FailureCode::storage_lost);
  EXPECT_EQ(count(other), 0);
}

TEST_F(LostConnection, OneThatWentWhileIdleIsSeenBeforeItsUse) {
  EXPECT_TRUE(database.usable());
  end(process_of(database));
  EXPECT_FALSE(database.usable());
}

TEST_F(LostConnection, InTheMiddleOfRowsIsTold) {
  auto const process = process_of(database);
  auto rows = database.prepare("SELECT g, repeat('x', 1000) FROM generate_series(1, 100000) g");
  ASSERT_TRUE(rows.step().value());
  end(process);
  Result<bool> next = true;
  while (next && *next) next = rows.step();
  ASSERT_FALSE(next);
  EXPECT_EQ(next.failure().code, FailureCode::storage_lost);
}

TEST_F(LostConnection, ACommitWithoutAnAnswerIsInDoubt) {
  CuttingProxy proxy;
  auto behind = postgres::connect(proxy.instead_of(place.location()), {}).value();
  proxy.cut_at_commit();
  auto transaction = behind.begin().value();
  ASSERT_TRUE(behind.execute("INSERT INTO visitors (id, name) VALUES (1, 'kept')"));
  auto const unanswered = transaction.commit();
  ASSERT_FALSE(unanswered);
  EXPECT_EQ(unanswered.failure().code, FailureCode::storage_in_doubt) << describe(unanswered.failure());
  EXPECT_FALSE(is_retryable(unanswered.failure().code));
  EXPECT_EQ(count(other), 1) << "it was kept, and nobody here could know";
}

TEST_F(LostConnection, SoIsOneThatWasSentAlongWithWhatItKeeps) {
  CuttingProxy proxy;
  auto behind = postgres::connect(proxy.instead_of(place.location()), {}).value();
  proxy.cut_at_commit();
  auto transaction = behind.begin().value();
  ASSERT_TRUE(behind.prepare("INSERT INTO visitors (id, name) VALUES (1, 'kept')").run_later());
  auto const unanswered = transaction.commit();
  ASSERT_FALSE(unanswered);
  EXPECT_EQ(unanswered.failure().code, FailureCode::storage_in_doubt) << describe(unanswered.failure());
  EXPECT_FALSE(is_retryable(unanswered.failure().code));
  EXPECT_EQ(count(other), 1) << "it was kept, and nobody here could know";
}

}  // namespace
}  // namespace ce::test
