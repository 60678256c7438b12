#include "central/postgres/contract.h"
#include "central/postgres/postgres.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Conflict : Contract {
  storage::Database other = postgres::connect(place.location(), {}).value();
};

// Each reads what the other writes: only one of them may stay.
TEST_F(Conflict, TheLoserOfTwoSerializableTransactionsIsTold) {
  auto mine = database.begin().value();
  auto theirs = other.begin().value();
  ASSERT_EQ(count(database), 0);
  ASSERT_EQ(count(other), 0);
  ASSERT_TRUE(add(1, "a"));
  ASSERT_TRUE(other.execute("INSERT INTO visitors (id, name) VALUES (2, 'b')"));
  ASSERT_TRUE(mine.commit());
  auto const lost = theirs.commit();
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.failure().code, FailureCode::storage_conflict) << describe(lost.failure());
  EXPECT_TRUE(is_retryable(lost.failure().code));
}

TEST_F(Conflict, WithRowLocksBothStay) {
  auto mine = database.begin(storage::Isolation::row_locks).value();
  auto theirs = other.begin(storage::Isolation::row_locks).value();
  ASSERT_EQ(count(database), 0);
  ASSERT_EQ(count(other), 0);
  ASSERT_TRUE(add(1, "a"));
  ASSERT_TRUE(other.execute("INSERT INTO visitors (id, name) VALUES (2, 'b')"));
  EXPECT_TRUE(mine.commit());
  EXPECT_TRUE(theirs.commit());
}

TEST_F(Conflict, AFailedTransactionIsNotCommittedBySilence) {
  auto transaction = database.begin().value();
  ASSERT_TRUE(add(1, "a"));
  EXPECT_FALSE(add(1, "b"));
  auto const kept = transaction.commit();
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.failure().code, FailureCode::storage_constraint) << "the first failure is the reason";
}

TEST_F(Conflict, AValueThatDoesNotFitIsNotRepeatedInTheMessage) {
  auto const refused = database.prepare("SELECT id FROM visitors WHERE id = $1").bind(1, "personal").run();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_fault);
  EXPECT_THAT(refused.failure().detail, Not(HasSubstr("personal")));
  auto const zero = database.prepare("SELECT CAST($1 AS TEXT)").bind(1, std::string_view{"a\0b", 3}).run();
  ASSERT_FALSE(zero);
  EXPECT_THAT(zero.failure().detail, HasSubstr("U+0000"));
}

TEST_F(Conflict, ALongListIsNotHeldInMemory) {
  auto rows = database.prepare("SELECT g, repeat('x', 1000) FROM generate_series(1, 50000) g");
  std::int64_t sum = 0;
  while (rows.step().value()) sum += rows.integer(0);
  EXPECT_EQ(sum, std::int64_t{50000} * 50001 / 2);
}

}  // namespace
}  // namespace ce::test
