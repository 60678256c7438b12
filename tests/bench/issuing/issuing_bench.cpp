// How many certificates a second central issues: to everybody of a province in batches, then one by one.
//   ce-bench-issuing sqlite|postgresql [PEOPLE [CLIENTS [closed-years]]]; `run` starts the server and both in
//   turn.
// Everything that issuing does is done: judged, frozen with evidence, numbered, standing and audit entry
// written, each transaction synced. Afterwards the numbers are counted: no gap, no duplicate. Each line is
// told as JSON too. With `closed-years` only what the triggers of closed years cost: slices with and without.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "bench/issuing/bare_rows.h"
#include "bench/issuing/closed_triggers.h"
#include "bench/issuing/province.h"
#include "central/issuing/batch.h"
#include "central/issuing/candidates.h"
#include "central/issuing/issue.h"
#include "shared/storage/id_list.h"
#include "support/store/test_store.h"

namespace {

using namespace ce;
using Clock = std::chrono::steady_clock;

constexpr Instant now{1'780'300'000'000};  // 2026-06-01 in China
constexpr int slices = 12;                 // of with_and_without()

template <class T>
T value_of(Result<T> result) {
  if (result) return std::move(result).value();
  std::fprintf(stderr, "%s\n", describe(result.failure()).c_str());
  std::exit(1);
}

double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  auto const seconds = [](timeval const& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// Runs `work` and tells how many of `count` things it did a second.
template <class Work>
void timed(char const* what, std::int64_t count, Work&& work) {
  auto const cpu = cpu_seconds();
  auto const start = Clock::now();
  work();
  auto const wall = std::chrono::duration<double>(Clock::now() - start).count();
  std::printf("%-34s %9.0f /s   %7.2f s wall   %5.1f us CPU each\n", what, static_cast<double>(count) / wall,
              wall, (cpu_seconds() - cpu) * 1e6 / static_cast<double>(count));
  std::printf("{\"work\": \"%s\", \"per_s\": %.1f}\n", what, static_cast<double>(count) / wall);
  std::fflush(stdout);
}

registration::Actor clerk_of(std::string const& region) {
  return {.account = "clerk-" + region,
          .party = credit::Party::hrss,
          .level = registration::level_of(region),
          .region = region};
}

void judge_everybody(store::Store const& store, std::int64_t people) {
  for (std::int64_t first = 1; first <= people; first += 256) {
    std::vector<std::int64_t> ids;
    for (auto id = first; id < first + 256 && id <= people; ++id) ids.push_back(id);
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY([[maybe_unused]] auto const judged,
             issuing::candidates(database, store.rules(), 2026, ids, now));
      return {};
    });
    if (!done) std::exit(1);
  }
}

template <class Work>
void with_clients(int clients, Work const& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < clients; ++i) threads.emplace_back([&work, i] { work(i); });
  for (auto& thread : threads) thread.join();
}

void issue_all(store::Store& store, std::vector<std::string> const& regions, int clients) {
  std::atomic<std::size_t> next{0};
  with_clients(clients, [&](int) {
    for (;;) {
      auto const i = next++;
      if (i >= regions.size()) return;
      issuing::BatchOrder const order{EntryId::make(), 2026, china_date(now), {}};
      auto const report = value_of(issuing::issue_batch(store, clerk_of(regions[i]), order, now));
      if (!report.refused.empty()) std::exit(1);
    }
  });
}

void issue_singly(store::Store& store, bench::Province const& province, std::int64_t first, std::int64_t last,
                  int clients) {
  std::atomic<std::int64_t> next{first};
  with_clients(clients, [&](int) {
    for (;;) {
      auto const id = next++;
      if (id > last) return;
      auto const& region = province.regions[static_cast<std::size_t>(id) % province.regions.size()];
      value_of(issuing::issue_one(store, clerk_of(region), id, 2025, china_date(now), now));
    }
  });
}

/// Regions whose numbers have a gap or a double; and how many there are in all.
void check(store::Store const& store) {
  std::int64_t bad = 0;
  std::int64_t all = 0;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT COUNT(*), COUNT(DISTINCT professional), CAST(SUBSTR(MAX(number), 9) AS BIGINT), "
        "CAST(SUBSTR(MIN(number), 9) AS BIGINT) FROM certificates GROUP BY region, year");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      auto const count = rows.integer(0);
      all += count;
      if (rows.integer(1) != count || rows.integer(2) != count || rows.integer(3) != 1) ++bad;
    }
  });
  std::printf("%lld certificates, %lld sequences with a gap or a double\n", static_cast<long long>(all),
              static_cast<long long>(bad));
  if (!done || bad > 0) std::exit(1);
}

/// Slices of the province in turn with the triggers of closed years and without them: what they cost.
template <class Work>
void with_and_without(char const* what, store::Store& store, bench::ClosedTriggers& triggers, Work&& work) {
  double with = 0;
  double without = 0;
  for (int slice = 0; slice < slices; ++slice) {
    bool const there = slice % 4 == 0 || slice % 4 == 3;  // neither is always the later
    if (!triggers.put(store, there)) std::exit(1);
    auto const start = Clock::now();
    work(slice);
    (there ? with : without) += std::chrono::duration<double>(Clock::now() - start).count();
  }
  if (!triggers.put(store, true)) std::exit(1);
  std::printf("%-12s with the triggers %.3f s, without %.3f s: %.3f times as long\n", what, with, without,
              with / without);
}

void price_of_closed_years(store::Store& store, bench::Province const& province, int clients) {
  auto triggers = value_of(bench::ClosedTriggers::of(store));
  with_and_without("batches", store, triggers, [&](int slice) {
    std::vector<std::string> regions;  // as many in each slice: the last few are left out
    auto const each = province.regions.size() / slices;
    for (std::size_t i = 0; i < each; ++i)
      regions.push_back(province.regions[i * slices + static_cast<std::size_t>(slice)]);
    issue_all(store, regions, clients);
  });
  auto const each = std::min<std::int64_t>(province.people, 24'000) / slices;
  with_and_without("one by one", store, triggers, [&](int slice) {
    issue_singly(store, province, slice * each + 1, (slice + 1) * each, clients);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: ce-bench-issuing sqlite|postgresql [PEOPLE [CLIENTS [closed-years]]]\n", stderr);
    return 2;
  }
  ::setenv("CE_TEST_STORE", argv[1], 1);
  auto const people = argc > 2 ? std::atoll(argv[2]) : 100'000;
  int const clients = argc > 3 ? std::atoi(argv[3]) : 16;
  test::TestStore const place;
  auto const rules = value_of(rulebook::load(CE_SOURCE_DIR "/config"));
  auto store = value_of(store::Store::open(place.location(), rules, {{}, 4, clients}));
  std::printf("%s: %lld people, %d clients\n", argv[1], static_cast<long long>(people), clients);
  bench::Province province;
  timed("filling (records and standings)", people,
        [&] { province = value_of(bench::fill(store, people, now)); });
  // A server does so by itself, but not within the first minute. Of the tables that were filled: told that
  // the others are empty, it would plan to read them from end to end, and go on so while they grow.
  if (test::on_postgresql()) {
    auto const analyzed = store.write([](storage::Database& database) {
      return database.execute("ANALYZE professionals, learning_records, yearly_standings, changes");
    });
    if (!analyzed) return 1;
  }
  if (argc > 4) {
    price_of_closed_years(store, province, clients);
    check(store);
    return 0;
  }
  timed("reading, judging, freezing alone", people, [&] { judge_everybody(store, people); });
  timed("batches", people, [&] { issue_all(store, province.regions, clients); });
  auto const singles = std::min<std::int64_t>(people, 20'000);
  timed("one by one", singles, [&] { issue_singly(store, province, 1, singles, clients); });
  check(store);
  if (people > singles) {
    timed("limit: bare rows, 256 a commit", (people - singles) / 2, [&] {
      if (!bench::write_bare_rows(store, province, singles + 1, singles + (people - singles) / 2, 256))
        std::exit(1);
    });
    timed("limit: bare rows, 4096 a commit", people - singles - (people - singles) / 2, [&] {
      auto const first = singles + (people - singles) / 2 + 1;
      if (!bench::write_bare_rows(store, province, first, people, 4096)) std::exit(1);
    });
  }
  return 0;
}
