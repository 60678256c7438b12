#include <atomic>
#include <thread>

#include "central/postgres/contract.h"
#include "central/postgres/postgres.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using Steps = std::vector<storage::Migration>;

/// A database that others work in while a newer program takes its steps.
struct StepsBesideWork : Contract {
  // Who works: waits no longer for a table than this, where a plain step would keep him waiting to its end.
  storage::Database worker =
      postgres::connect(place.location(), {.lock_timeout = std::chrono::milliseconds{5000}}).value();
  storage::Database other = postgres::connect(place.location(), {}).value();

  static Steps with(std::initializer_list<storage::Migration> more) {
    Steps steps{two_steps.begin(), two_steps.end()};
    steps.insert(steps.end(), more);
    return steps;
  }
  Result<void> migrate(Steps const& steps) const {
    auto own = postgres::connect(place.location(), {}).value();
    return postgres::migrate(own, place.location(), steps);
  }
  static std::int64_t number(storage::Database& asked, std::string_view sql) {
    auto row = asked.prepare(sql);
    auto const there = row.step();
    return there && *there ? row.integer(0) : -1;
  }
  /// Until somebody waits for what `holder` keeps, or all has ended.
  void until_waiting() {
    while (number(other,
                  "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                  "wait_event_type = 'Lock' AND query LIKE '%visitors%'") == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
  }
  /// Takes the steps while a transaction that has `first` done keeps its tables; what the worker got while
  /// they waited for it.
  std::string got_meanwhile(Steps const& steps, std::string const& first) {
    auto transaction = database.begin(storage::Isolation::row_locks).value();
    EXPECT_TRUE(database.execute(first));
    std::string told;
    std::thread upgrade{[&] {
      auto const done = migrate(steps);
      if (!done) told = describe(done.failure());
    }};
    until_waiting();
    auto const worked = worker.execute("INSERT INTO visitors (id, name) VALUES (77, 'meanwhile')");
    EXPECT_TRUE(migrate({two_steps.begin(), two_steps.end()})) << "an older program starts meanwhile";
    EXPECT_TRUE(transaction.commit());
    upgrade.join();
    EXPECT_EQ(told, "");
    return worked ? "worked" : describe(worked.failure());
  }
};

TEST_F(StepsBesideWork, AnIndexIsBuiltWhileOthersWrite) {
  auto const steps = with(
      {{"index", "\n/* beside */ CREATE INDEX visitors_by_name ON visitors (name, id) WHERE id > 0;\n"}});
  EXPECT_EQ(got_meanwhile(steps, "INSERT INTO visitors (id, name) VALUES (1, 'a')"), "worked");
  EXPECT_EQ(number(other,
                   "SELECT CAST(indisvalid AS INTEGER) FROM pg_index WHERE indexrelid = "
                   "to_regclass('visitors_by_name')"),
            1);
  EXPECT_EQ(number(other, "SELECT MAX(step) FROM schema_steps"), 3);
  EXPECT_TRUE(migrate(steps)) << "nothing is missing";
}

// What keeps a table for long (a report) does not keep everybody else from it by way of a step that waits.
TEST_F(StepsBesideWork, AQuickStepGivesWay) {
  auto const steps = with({{"column", "ALTER TABLE visitors ADD COLUMN age BIGINT;"}});
  EXPECT_EQ(got_meanwhile(steps, "SELECT COUNT(*) FROM visitors"), "worked");
  EXPECT_TRUE(other.execute("SELECT age FROM visitors"));
}

TEST_F(StepsBesideWork, OneThatWasBrokenOffIsDoneAnew) {
  ASSERT_TRUE(add(1, "a"));
  ASSERT_TRUE(add(2, "b"));
  auto const steps =
      with({{"index", "/* beside */ CREATE UNIQUE INDEX one_photo ON visitors ((photo IS NULL));"}});
  auto const failed = migrate(steps);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.failure().detail, HasSubstr("schema step index"));
  EXPECT_EQ(number(other,
                   "SELECT COUNT(*) FROM pg_index WHERE NOT indisvalid AND indexrelid = "
                   "to_regclass('one_photo')"),
            1)
      << "half an index stands there";
  EXPECT_EQ(number(other, "SELECT MAX(step) FROM schema_steps"), 2);
  ASSERT_TRUE(other.execute("DELETE FROM visitors WHERE id = 2"));
  ASSERT_TRUE(migrate(steps));
  EXPECT_EQ(number(other,
                   "SELECT COUNT(*) FROM pg_index WHERE indisvalid AND indexrelid = "
                   "to_regclass('one_photo')"),
            1);
}

// Expand (a column), migrate (its rows, beside who writes them), and the store is as a new one.
TEST_F(StepsBesideWork, RowsAreFilledInSlices) {
  ASSERT_TRUE(other.execute(
      "INSERT INTO visitors (id, name) SELECT g * 3, 'n' || g FROM generate_series(1, 3000) g"));
  auto const steps = with(
      {{"column", "ALTER TABLE visitors ADD COLUMN length BIGINT;"},
       {"fill",
        "/* in slices of visitors.id */ UPDATE visitors SET length = LENGTH(name) WHERE length IS NULL;\n"
        "/* beside */ CREATE INDEX visitors_by_length ON visitors (length);"}});
  std::atomic<bool> ended = false;
  int written = 0;
  std::thread clerk{[&] {
    for (; !ended; ++written) {
      auto const sql =
          "UPDATE visitors SET photo = 'x' WHERE id = " + std::to_string(3 * (written % 3000 + 1));
      EXPECT_TRUE(worker.execute(sql));
    }
  }};
  auto const done = migrate(steps);
  ended = true;
  clerk.join();
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_GT(written, 0);
  EXPECT_EQ(number(other, "SELECT COUNT(*) FROM visitors WHERE length IS NULL"), 0);
  EXPECT_EQ(number(other, "SELECT MAX(step) FROM schema_steps"), 4);
  TestStore fresh;
  auto made = fresh.open(steps);
  ASSERT_TRUE(made) << describe(made.failure());
  EXPECT_EQ(number(*made, "SELECT COUNT(*) FROM schema_steps WHERE step > 0"), 4);
}

TEST_F(StepsBesideWork, LongAndQuickWorkAreNoOneStep) {
  auto const refused = migrate(with({{"both",
                                      "CREATE TABLE more (id BIGINT);\n"
                                      "/* beside */ CREATE INDEX visitors_by_name ON visitors (name);"}}));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("long and quick work in one"));
  EXPECT_EQ(number(other, "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'more'"), 0);
}

TEST_F(StepsBesideWork, ProcessesThatStartTogetherTakeItOnce) {
  auto const steps = with({{"index", "/* beside */ CREATE INDEX visitors_by_name ON visitors (name, id);"}});
  std::vector<std::thread> programs;
  for (int i = 0; i < 4; ++i) {
    programs.emplace_back([&] {
      auto const done = migrate(steps);
      EXPECT_TRUE(done) << describe(done.failure());
    });
  }
  for (auto& one : programs) one.join();
  EXPECT_EQ(number(other, "SELECT COUNT(*) FROM schema_steps WHERE step = 3"), 1);
}

}  // namespace
}  // namespace ce::test
