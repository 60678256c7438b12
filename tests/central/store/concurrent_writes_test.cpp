#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "central/store/fixture.h"
#include "central/store/ids.h"

namespace ce::test {
namespace {

struct ConcurrentWrites : StoreTest {
  Result<void> add_kiosk(storage::Database& database, std::string const& id) {
    return database
        .prepare(
            "INSERT INTO kiosks (id, region, hall, key_hash, enrolled_ms) VALUES ($1, '440106', '', $1, 0)")
        .bind(1, id)
        .run();
  }
  static void in_threads(int count, std::function<void(int)> const& what) {
    std::vector<std::thread> threads;
    for (int t = 0; t < count; ++t) threads.emplace_back(what, t);
    for (auto& thread : threads) thread.join();
  }
  std::size_t kiosks() { return store.kiosks().value().size() - 1; }  // without the fixture's own
};

TEST_F(ConcurrentWrites, AFailingOneIsTakenBackAlone) {
  in_threads(8, [this](int t) {
    for (int i = 0; i < 20; ++i) {
      bool const fails = (t + i) % 3 == 0;
      auto const done = store.write([&](storage::Database& database) -> Result<void> {
        CE_CHECK(add_kiosk(database, std::to_string(t) + "-" + std::to_string(i)));
        if (fails) return Failure{FailureCode::input_invalid, "as planned"};
        return {};
      });
      EXPECT_EQ(done.ok(), !fails);
    }
  });
  std::size_t expected = 0;
  for (int t = 0; t < 8; ++t) {
    for (int i = 0; i < 20; ++i) expected += (t + i) % 3 == 0 ? 0U : 1U;
  }
  EXPECT_EQ(kiosks(), expected);
}

TEST_F(ConcurrentWrites, WhatOneThrowsReachesItsOwnCaller) {
  std::atomic<int> thrown = 0;
  in_threads(8, [&](int t) {
    for (int i = 0; i < 10; ++i) {
      try {
        EXPECT_TRUE(store.write([&](storage::Database& database) -> Result<void> {
          CE_CHECK(add_kiosk(database, std::to_string(t) + "-" + std::to_string(i)));
          if (t == 0) throw std::runtime_error{"as planned"};
          return {};
        }));
      } catch (std::runtime_error const&) {
        ++thrown;
      }
    }
  });
  EXPECT_EQ(thrown, 10);
  EXPECT_EQ(kiosks(), 70U);
}

// Each reads what the others write: nothing is lost only if they are as if one after another.
TEST_F(ConcurrentWrites, ReadingThenWritingLosesNothing) {
  write("INSERT INTO query_tries (id_hash, tries, since_ms) VALUES ('x', 0, 0)");
  in_threads(6, [this](int /*t*/) {
    for (int i = 0; i < 15; ++i) {
      auto const done = store.write([&](storage::Database& database) -> Result<void> {
        auto row = database.prepare("SELECT tries FROM query_tries WHERE id_hash = 'x'");
        CE_CHECK(row.step());
        return database.prepare("UPDATE query_tries SET tries = $1 WHERE id_hash = 'x'")
            .bind(1, row.integer(0) + 1)
            .run();
      });
      EXPECT_TRUE(done) << describe(done.failure());
    }
  });
  ASSERT_TRUE(store.read([](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT tries FROM query_tries");
    CE_CHECK(row.step());
    EXPECT_EQ(row.integer(0), 90);
    return {};
  }));
}

// Whatever it reads, quick ones have written before it is done.
TEST_F(ConcurrentWrites, ASlowOneIsNotPassedOverForEver) {
  write("INSERT INTO query_tries (id_hash, tries, since_ms) VALUES ('x', 0, 0)");
  auto const count_after = [this](std::chrono::milliseconds thought) {
    return store.write([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare("SELECT tries FROM query_tries WHERE id_hash = 'x'");
      CE_CHECK(row.step());
      auto const next = row.integer(0) + 1;
      std::this_thread::sleep_for(thought);
      return database.prepare("UPDATE query_tries SET tries = $1 WHERE id_hash = 'x'").bind(1, next).run();
    });
  };
  std::atomic<bool> done = false;
  in_threads(5, [&](int t) {
    using namespace std::chrono_literals;
    while (t != 0 && !done) EXPECT_TRUE(count_after(0ms));
    if (t != 0) return;
    auto const slow = count_after(40ms);
    done = true;
    EXPECT_TRUE(slow) << describe(slow.failure());
  });
}

TEST_F(ConcurrentWrites, IdsOfSeveralProcessesNeverMeet) {
  auto const register_all = [](store::Store& own, int process) {
    for (int i = 0; i < 25; ++i) {
      auto const done = own.write([&](storage::Database& database) -> Result<void> {
        CE_TRY(auto const id, store::next_id(database, store::Numbered::institutions));
        return database
            .prepare(
                "INSERT INTO institutions (id, name, region, approved_online) VALUES ($1, $2, '440100', 0)")
            .bind(1, id)
            .bind(2, std::to_string(process))
            .run();
      });
      if (!done) return false;
    }
    return true;
  };
  std::array<pid_t, 3> children{};
  for (auto& child : children) {
    child = ::fork();
    if (child != 0) continue;
    auto own = store::Store::open(place.location(), rulebook());
    ::_exit(own && register_all(*own, ::getpid()) ? 0 : 1);
  }
  EXPECT_TRUE(register_all(store, 0));
  for (auto const child : children) {
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  ASSERT_TRUE(store.read([](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT COUNT(*), COUNT(DISTINCT id) FROM institutions");
    CE_CHECK(row.step());
    EXPECT_EQ(row.integer(0), 100);
    EXPECT_EQ(row.integer(1), 100);
    return {};
  }));
}

}  // namespace
}  // namespace ce::test
