#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <thread>

#include "central/changes/page.h"
#include "central/changes/touch.h"
#include "central/store/file_schema.h"
#include "central/store/schema.h"
#include "support/store/test_store.h"

namespace ce::test {
namespace {

using changes::Kind;
using changes::Thing;

/// Writers change things of few scopes as fast as they can, each over a connection of its own, while a reader
/// pages all the time. A thing's row counts its changes in the transaction that touches it, so that the
/// reader can tell whether it saw the last one.
struct ChangesRace : testing::Test {
  static constexpr int writers = 8;
  static constexpr int rounds = 40;
  static constexpr int things_each = 5;

  TestStore place;

  /// A file is laid out in its own way, and knows no constraint that is dropped on a server.
  static std::span<storage::Migration const> steps() {
    return on_postgresql() ? store::schema() : store::file_schema();
  }

  void SetUp() override {
    auto database = place.open(steps());
    ASSERT_TRUE(database) << describe(database.failure());
    ASSERT_TRUE(database->execute("CREATE TABLE counted (id TEXT PRIMARY KEY, times BIGINT NOT NULL)"));
  }

  static Result<void> count(storage::Database& database, std::string const& id) {
    return database
        .prepare(
            "INSERT INTO counted (id, times) VALUES ($1, 1) "
            "ON CONFLICT (id) DO UPDATE SET times = counted.times + 1")
        .bind(1, id)
        .run();
  }
  static Result<void> change(storage::Database& database, std::vector<Thing> const& things,
                             changes::Issued const& issued) {
    CE_TRY(auto transaction, database.begin());
    for (auto const& thing : things) CE_CHECK(count(database, thing.id));
    for (int i = 0; i < issued.count; ++i) {
      CE_CHECK(count(database, std::to_string(std::stoll(issued.first) + i)));
    }
    CE_CHECK(changes::touch(database, things));
    CE_CHECK(changes::certificates_issued(database, {&issued, 1}));
    return transaction.commit();
  }

  void write_for(int writer) const {
    auto database = place.open(steps()).value();
    for (int round = 0; round < rounds; ++round) {
      std::vector<Thing> things;
      for (int i = 0; i <= round % 3; ++i) {
        auto const id = std::to_string((writer * 7 + round + i) % (writers * things_each));
        things.push_back({i % 2 == 0 ? "440106" : "440103", Kind::certificate, id});
      }
      // Some are touched again after they were issued.
      auto const number = 44'010'626'000'000 + writer * 1000 + round * 10;
      changes::Issued const issued{"440106", std::to_string(number), round % 4 + 1};
      if (round % 2 == 1) things.push_back({"440106", Kind::certificate, std::to_string(number - 10)});
      auto done = change(database, things, issued);
      // The loser of a conflict begins anew, as the store does.
      while (!done && is_retryable(done.failure().code)) done = change(database, things, issued);
      EXPECT_TRUE(done) << describe(done.failure());
    }
  }

  struct Seen {
    std::map<std::string, std::int64_t> times;  // of each thing, when it was last told
    std::optional<changes::Cursor> cursor;
    int out_of_order = 0;
    bool more = false;
  };

  static Result<void> read_page(storage::Database& database, Seen& seen) {
    CE_TRY(auto transaction, database.begin());
    CE_TRY(auto const page, changes::page(database, {"440100", "440199"}, "e", seen.cursor, {.limit = 7}));
    for (auto const& thing : page.things) {
      auto row = database.prepare("SELECT times FROM counted WHERE id = $1");
      CE_CHECK(row.bind(1, thing.id).step());
      auto& times = seen.times[thing.id];
      if (row.integer(0) < times) ++seen.out_of_order;
      times = row.integer(0);
    }
    if (seen.cursor) {
      for (auto const& [scope, number] : page.next.seen) {
        if (number < seen.cursor->seen[scope]) ++seen.out_of_order;
      }
    }
    seen.cursor = page.next;
    seen.more = page.has_more;
    return transaction.commit();
  }
};

TEST_F(ChangesRace, AReaderThatPagesAllTheTimeMissesNothing) {
  std::atomic<bool> writing{true};
  Seen seen;
  int pages = 0;
  std::thread reader{[&] {
    auto database = place.open_reader().value();
    auto const read = [&] {
      auto const done = read_page(database, seen);
      EXPECT_TRUE(done) << describe(done.failure());
      ++pages;
    };
    while (writing || seen.more) read();
    do read();
    while (seen.more);
  }};
  std::vector<std::thread> threads;
  threads.reserve(writers);
  for (int i = 0; i < writers; ++i) threads.emplace_back([this, i] { write_for(i); });
  for (auto& thread : threads) thread.join();
  writing = false;
  reader.join();

  EXPECT_EQ(seen.out_of_order, 0);
  EXPECT_GT(pages, writers);
  std::map<std::string, std::int64_t> truth;
  auto database = place.open_reader().value();
  auto rows = database.prepare("SELECT id, times FROM counted");
  while (rows.step().value()) truth[rows.text(0)] = rows.integer(1);
  EXPECT_EQ(seen.times, truth);
}

}  // namespace
}  // namespace ce::test
