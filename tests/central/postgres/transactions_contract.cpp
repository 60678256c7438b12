#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "central/postgres/contract.h"

namespace ce::test {
namespace {

using Transactions = Contract;

TEST_F(Transactions, AreKeptOrTakenBackWhole) {
  {
    auto transaction = database.begin();
    ASSERT_TRUE(transaction);
    EXPECT_TRUE(database.in_transaction());
    ASSERT_TRUE(add(1, "a"));
    EXPECT_FALSE(database.begin());
  }
  EXPECT_FALSE(database.in_transaction());
  EXPECT_EQ(count(database), 0);
  auto transaction = database.begin(storage::Isolation::row_locks);
  ASSERT_TRUE(add(1, "a"));
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(count(database), 1);
}

TEST_F(Transactions, SavepointsAreTakenBackAloneEvenAfterAFailure) {
  EXPECT_FALSE(database.savepoint());  // there is nothing around it
  auto transaction = database.begin().value();
  ASSERT_TRUE(add(1, "kept"));
  {
    auto outer = database.savepoint().value();
    ASSERT_TRUE(add(2, "kept too"));
    {
      auto inner = database.savepoint().value();
      ASSERT_TRUE(add(3, "taken back"));
      EXPECT_FALSE(add(3, "twice"));
    }
    EXPECT_EQ(count(database), 2);
    ASSERT_TRUE(outer.commit());
  }
  ASSERT_TRUE(transaction.commit());
  EXPECT_EQ(count(database), 2);
}

TEST_F(Transactions, WhatIsAskedTogetherIsDoneInOrder) {
  for (auto const isolation : {storage::Isolation::row_locks, storage::Isolation::serializable}) {
    auto transaction = database.begin(isolation).value();
    auto first = database.prepare("SELECT id, name FROM visitors ORDER BY id");
    first.ask();
    ASSERT_TRUE(add_later(2, "b"));
    ASSERT_TRUE(add_later(1, "a"));
    auto second = database.prepare("SELECT id, name FROM visitors WHERE id >= $1 ORDER BY id");
    second.bind(1, 1).ask();
    // On a file nothing is done before it is stepped, so only what comes after everything is the same.
    bool const there = database.dialect() == storage::Dialect::sqlite;
    EXPECT_EQ(first.step().value(), there);
    ASSERT_TRUE(second.step().value());
    EXPECT_EQ(second.text(1), "a");
    EXPECT_EQ(count(database), 2);
    ASSERT_TRUE(second.step().value());
    EXPECT_EQ(second.integer(0), 2);
    EXPECT_EQ(second.text(1), "b");
    EXPECT_FALSE(second.step().value());
    ASSERT_TRUE(database.prepare("DELETE FROM visitors").run_later());
    ASSERT_TRUE(add_later(3, "c"));
    ASSERT_TRUE(transaction.commit());
    EXPECT_EQ(count(database), 1);
    ASSERT_TRUE(database.execute("DELETE FROM visitors"));
  }
}

TEST_F(Transactions, WhatIsAskedFirstAfterOrdinaryRowsIsWhole) {
  for (std::int64_t id = 0; id < 3; ++id) ASSERT_TRUE(add(id, std::to_string(id)));
  auto transaction = database.begin().value();
  ASSERT_EQ(count(database), 3);
  auto rows = database.prepare("SELECT id, photo, name FROM visitors ORDER BY id");
  rows.ask();
  for (std::int64_t id = 0; id < 3; ++id) {
    ASSERT_TRUE(rows.step().value());
    EXPECT_EQ(rows.integer(0), id);
    EXPECT_TRUE(rows.is_null(1));
    EXPECT_EQ(rows.text(2), std::to_string(id));
  }
  EXPECT_FALSE(rows.step().value());
  ASSERT_TRUE(transaction.commit());
}

TEST_F(Transactions, WhatNobodyWaitedForStopsTheCommitIfItFails) {
  for (bool const asked_between : {false, true}) {
    auto transaction = database.begin(storage::Isolation::row_locks).value();
    Result<void> done = add_later(1, "a");
    if (done) done = add_later(1, "twice");
    if (done) done = add_later(2, "b");
    if (done && asked_between) {
      auto rows = database.prepare("SELECT COUNT(*) FROM visitors");
      if (auto const row = rows.ask().step(); !row) done = row.failure();
    }
    if (done) done = transaction.commit();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.failure().code, FailureCode::storage_constraint) << describe(done.failure());
    { auto const taken_back = std::move(transaction); }
    EXPECT_EQ(count(database), 0);
    ASSERT_TRUE(add(5, "the next one is as new"));
    ASSERT_TRUE(database.execute("DELETE FROM visitors"));
  }
}

TEST_F(Transactions, WhatNobodyWaitedForIsTakenBackWithItsSavepoint) {
  auto transaction = database.begin(storage::Isolation::row_locks).value();
  ASSERT_TRUE(add_later(1, "kept"));
  {
    auto part = database.savepoint().value();
    Result<void> done = add_later(2, "taken back");
    if (done) done = add_later(1, "twice");
    if (done) done = part.commit();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.failure().code, FailureCode::storage_constraint) << describe(done.failure());
  }
  ASSERT_TRUE(add_later(3, "kept too"));
  ASSERT_TRUE(transaction.commit());
  EXPECT_EQ(count(database), 2);
}

TEST_F(Transactions, RowsOnTheirWayDoNotHinderAnEnd) {
  for (std::int64_t id = 0; id < 100; ++id) ASSERT_TRUE(add(id, std::to_string(id)));
  {
    auto transaction = database.begin().value();
    auto rows = database.prepare("SELECT id FROM visitors");
    ASSERT_TRUE(rows.step().value());
    ASSERT_TRUE(add(1000, "x"));
    ASSERT_TRUE(rows.step().value());
    ASSERT_TRUE(transaction.commit());
  }
  {
    auto transaction = database.begin().value();
    auto rows = database.prepare("DELETE FROM visitors WHERE id < 50 RETURNING id");
    ASSERT_TRUE(rows.step().value());
  }
  EXPECT_EQ(count(database), 101);
}

TEST_F(Transactions, AReaderSeesOneCommittedStateAndCannotWrite) {
  auto reader = place.open_reader().value();
  ASSERT_TRUE(add(1, "a"));
  {
    auto looking = reader.begin().value();
    EXPECT_EQ(count(reader), 1);
    auto writing = database.begin().value();
    ASSERT_TRUE(add(2, "b"));
    EXPECT_EQ(count(reader), 1) << "not committed";
    ASSERT_TRUE(writing.commit());
    EXPECT_EQ(count(reader), 1) << "the state of its beginning";
    ASSERT_TRUE(looking.commit());
  }
  EXPECT_EQ(count(reader), 2);
  auto looking = reader.begin().value();
  EXPECT_FALSE(reader.execute("INSERT INTO visitors (id, name) VALUES (3, 'c')"));
}

TEST_F(Transactions, AProcessKilledInTheMiddleLeavesNothing) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  pid_t const child = ::fork();
  if (child == 0) {
    auto own = place.open(two_steps);
    auto transaction = own->begin();
    bool const done = own->execute("INSERT INTO visitors (id, name) VALUES (7, 'half')").ok();
    (void)!::write(pipe[1], done ? "y" : "n", 1);
    ::pause();
  }
  char written = 0;
  ASSERT_EQ(::read(pipe[0], &written, 1), 1);
  EXPECT_EQ(written, 'y');
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(pipe[0]);
  ::close(pipe[1]);
  EXPECT_TRUE(add(7, "whole")) << "its row is neither there nor locked";
  EXPECT_EQ(count(database), 1);
}

}  // namespace
}  // namespace ce::test
