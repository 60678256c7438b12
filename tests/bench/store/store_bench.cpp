#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "central/store/connect.h"
#include "central/store/store.h"
#include "support/store/test_store.h"

namespace ce::test {
namespace {

constexpr int counties = 130;

std::atomic<std::int64_t> written = 0;

/// What a certificate costs at least: a county's counter, and a row under a key of its own.
Result<void> write_one(storage::Database& database, std::int64_t number) {
  auto counter = database.prepare(
      "INSERT INTO number_counters (region, year, last_number) VALUES ($1, 2026, '1') ON CONFLICT (region, "
      "year) DO "
      "UPDATE SET last_number = CAST(CAST(number_counters.last_number AS BIGINT) + 1 AS TEXT) RETURNING "
      "last_number");
  CE_CHECK(counter.bind(1, std::to_string(440000 + number % counties)).run());
  return database
      .prepare("INSERT INTO proof_documents (hash, kind, bytes, stored_ms) VALUES ($1, 'pdf', 1, $2)")
      .bind(1, std::to_string(number))
      .bind(2, number)
      .run();
}

void must(Result<void> const& done) {
  if (done) return;
  std::fprintf(stderr, "%s\n", describe(done.failure()).c_str());
  std::abort();
}

/// A store of the engine asked for, shared by the threads of one run.
struct Shared {
  explicit Shared(bool server) {
    ::setenv("CE_TEST_STORE", server ? "postgresql" : "sqlite", 1);
    place = std::make_unique<TestStore>();
    static auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
    store = std::make_unique<store::Store>(
        store::Store::open(place->location(), rules, {.verify_url_prefix = {}, .readers = 1, .writers = 16})
            .value());
  }
  std::unique_ptr<TestStore> place;
  std::unique_ptr<store::Store> store;
};

std::unique_ptr<Shared> shared;

void stores(benchmark::State& state, bool server, storage::Isolation isolation) {
  if (state.thread_index() == 0) shared = std::make_unique<Shared>(server);
  for (auto _ : state) {
    auto const number = ++written;
    must(shared->store->write([&](storage::Database& database) { return write_one(database, number); },
                              isolation));
  }
  state.SetItemsProcessed(state.iterations());
  if (state.thread_index() == 0) shared.reset();
}

/// For comparison: each thread a connection and a transaction (BEGIN IMMEDIATE) of its own.
void transaction_each(benchmark::State& state) {
  if (state.thread_index() == 0) shared = std::make_unique<Shared>(false);
  std::unique_ptr<storage::Database> own;
  for (auto _ : state) {
    if (!own) own = std::make_unique<storage::Database>(store::connect(shared->place->location()).value());
    auto const number = ++written;
    auto transaction = own->begin();
    if (!transaction) continue;  // busy for more than its patience
    must(write_one(*own, number));
    must(transaction->commit());
  }
  state.SetItemsProcessed(state.iterations());
  own.reset();
}

constexpr auto serializable = storage::Isolation::serializable;
constexpr auto row_locks = storage::Isolation::row_locks;

BENCHMARK_CAPTURE(stores, sqlite, false, serializable)->Threads(1)->Threads(16)->UseRealTime();
BENCHMARK(transaction_each)->Name("sqlite_transaction_each")->Threads(16)->UseRealTime();
BENCHMARK_CAPTURE(stores, postgresql_serializable, true, serializable)
    ->Threads(1)
    ->Threads(16)
    ->UseRealTime();
BENCHMARK_CAPTURE(stores, postgresql_row_locks, true, row_locks)->Threads(1)->Threads(16)->UseRealTime();

}  // namespace
}  // namespace ce::test

BENCHMARK_MAIN();
