// The same work with and without shared/freed_memory: two programs of one source, as it is linked in or not.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "bench/sheet/bench_sheet.h"
#include "shared/certificate_pdf/render.h"
#include "shared/protocol/json.h"
#include "shared/storage/database.h"

#ifdef CE_WIPED
#include "shared/freed_memory/freed_memory.h"
#endif

namespace ce {
namespace {

[[maybe_unused]] bool const wiped = [] {
#ifdef CE_WIPED
  return wipe_freed_memory();
#else
  return false;
#endif
}();

/// As many blocks as a step of the visit may hold at once, written to and given back.
void blocks(benchmark::State& state) {
  auto const size = static_cast<std::size_t>(state.range(0));
  std::array<void*, 64> held{};
  for ([[maybe_unused]] auto _ : state) {
    for (auto& block : held) {
      block = std::malloc(size);
      std::memset(block, 1, size);
    }
    benchmark::DoNotOptimize(held);
    for (auto* const block : held) std::free(block);
  }
  state.SetItemsProcessed(state.iterations() * 64);
}

/// What a C library does with what it reads: a block that grows.
void growing(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    void* block = nullptr;
    for (std::size_t size = 64; size <= 65'536; size *= 2) {
      block = std::realloc(block, size);
      std::memset(block, 1, size);
    }
    benchmark::DoNotOptimize(block);
    std::free(block);
  }
}

void certificate_to_pdf(benchmark::State& state) {
  auto const fonts = certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths());
  if (!fonts) return state.SkipWithError("no fonts");
  auto const sheet = bench_sheet();
  for ([[maybe_unused]] auto _ : state) {
    auto const pdf = certificate_pdf::render(sheet, *fonts);
    if (!pdf) return state.SkipWithError("no sheet");
  }
}

/// Central's answer about somebody, as it is written and read.
void answer_about_a_person(benchmark::State& state) {
  protocol::PersonYears years;
  years.name = SecretText{"詹天佑"};
  years.id_number = SecretText{"11010518991231002X"};
  years.region = "440106";
  for (int year = 2016; year <= 2025; ++year) {
    protocol::YearProgress progress;
    progress.year = year;
    progress.pack = "GD2021";
    years.years.push_back(progress);
  }
  for ([[maybe_unused]] auto _ : state) {
    auto const read = protocol::read_person_years(protocol::write(years));
    if (!read) return state.SkipWithError("not read");
  }
}

/// A row kept and found, as the ledger and the cache do all through a visit; no sync.
void row_in_sqlite(benchmark::State& state) {
  auto const file = std::filesystem::temp_directory_path() / ("ce-bench-freed-" + std::to_string(::getpid()));
  {
    constexpr std::array<storage::Migration, 1> schema{
        {{"rows", "CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"}}};
    auto database = storage::Database::open(file, storage::Durability::normal, schema);
    if (!database) return state.SkipWithError("no database");
    std::string const text(300, 'x');
    std::int64_t id = 0;
    for ([[maybe_unused]] auto _ : state) {
      auto const kept =
          database->prepare("INSERT INTO kept VALUES ($1, $2)").bind(1, ++id).bind(2, text).run();
      auto row = database->prepare("SELECT text FROM kept WHERE id = $1");
      auto const there = row.bind(1, id).step();
      if (!kept || !there || row.text(0) != text) return state.SkipWithError("not kept");
    }
  }
  for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
}

BENCHMARK(blocks)->Arg(32)->Arg(256)->Arg(4096)->Arg(65'536);
BENCHMARK(growing);
BENCHMARK(answer_about_a_person)->Unit(benchmark::kMicrosecond);
BENCHMARK(row_in_sqlite)->Unit(benchmark::kMicrosecond);
BENCHMARK(certificate_to_pdf)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ce
