// usage: ce-bench-cache [CHANGES...]   default 10000 100000 1000000; works in the present directory. After
// the text a line of JSON for each size.
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <utility>
#include <vector>

#include "kiosk/cache/region_copy.h"
#include "pages.h"

namespace ce::bench {
namespace {

constexpr std::int64_t page_size = 500;

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", describe(result.failure()).c_str());
    std::abort();
  }
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

/// This process's CPU time, by which a machine that others use as well can be measured on; and the wall's.
struct Stopwatch {
  double cpu = 0;
  double wall = 0;
  template <class Work>
  void time(Work const& work) {
    auto const at = std::chrono::steady_clock::now();
    auto const before = cpu_now();
    work();
    cpu += cpu_now() - before;
    wall += std::chrono::duration<double>(std::chrono::steady_clock::now() - at).count();
  }
  static double cpu_now() {
    timespec at{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
  }
};

struct Sums {
  Stopwatch unpacking, cutting, applying;
  std::size_t text = 0;
  std::size_t wire = 0;
  [[nodiscard]] double cpu() const { return unpacking.cpu + cutting.cpu + applying.cpu; }
  [[nodiscard]] double wall() const { return unpacking.wall + cutting.wall + applying.wall; }
};

void take(cache::RegionCopy& copy, protocol::ChangeSlicer& slicer, std::string const& text, Sums& sums) {
  auto const wire = packed(text);
  sums.text += text.size();
  sums.wire += wire.size();
  std::string body;
  sums.unpacking.time([&] { body = unpacked(wire, text.size()); });
  protocol::SlicedPage page;
  sums.cutting.time([&] { page = must(slicer.cut(body)); });
  sums.applying.time([&] { must(copy.apply(page, Instant{1'790'000'000'000})); });
}

void tell(char const* what, Sums const& sums, double changes) {
  std::printf(
      "%-22s %9.0f changes/s of CPU (%7.0f of wall); us each: unpack %.1f cut %.1f keep %.1f; bytes each: "
      "%.0f, "
      "packed %.0f\n",
      what, changes / sums.cpu(), changes / sums.wall(), 1e6 * sums.unpacking.cpu / changes,
      1e6 * sums.cutting.cpu / changes, 1e6 * sums.applying.cpu / changes,
      static_cast<double>(sums.text) / changes, static_cast<double>(sums.wire) / changes);
}

/// What a size came to, by CPU time.
struct Told {
  double snapshot_per_s = 0, together_per_s = 0, scattered_per_s = 0, p50_ms = 0, p99_ms = 0;
};

/// Of people who stand together, as one import or one rule changes them, and of anybody anywhere.
void later_changes(cache::RegionCopy& copy, protocol::ChangeSlicer& slicer, std::int64_t changes,
                   Told& told) {
  constexpr int pages = 40;
  std::mt19937_64 chance{3};
  auto const one_of = [&](std::int64_t many) {
    return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(many));
  };
  Sums together;
  Sums scattered;
  for (int i = 0; i < pages; ++i)
    take(copy, slicer, page(one_of(changes / page_size) * page_size, page_size, i + 1 < pages), together);
  for (int i = 0; i < pages; ++i) {
    std::vector<std::int64_t> people(page_size);
    for (auto& person : people) person = one_of(changes);
    take(copy, slicer, page(people, i + 1 < pages), scattered);
  }
  tell("later, 500 neighbours", together, pages * page_size);
  tell("later, anybody", scattered, pages * page_size);
  told.together_per_s = pages * page_size / together.cpu();
  told.scattered_per_s = pages * page_size / scattered.cpu();
}

void look_up(cache::RegionCopy& copy, std::int64_t people, Told& told) {
  constexpr int rounds = 20'000;
  std::mt19937_64 chance{7};
  std::vector<double> cpu;
  std::vector<double> wall;
  for (int i = 0; i < rounds; ++i) {
    SecretText const id{id_of(static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(people)))};
    Stopwatch one;
    one.time([&] { (void)must(copy.find(id)); });
    cpu.push_back(one.cpu * 1e3);
    wall.push_back(one.wall * 1e3);
  }
  for (auto const& [what, took] : {std::pair{"look-ups, CPU", &cpu}, std::pair{"look-ups, wall", &wall}}) {
    std::sort(took->begin(), took->end());
    std::printf("%-22s p50 %.3f ms, p99 %.3f ms, longest %.2f ms\n", what, took->at(rounds / 2),
                took->at(rounds * 99 / 100), took->back());
  }
  told.p50_ms = cpu.at(rounds / 2);
  told.p99_ms = cpu.at(rounds * 99 / 100);
}

void run(std::int64_t changes) {
  std::filesystem::path const room = "cache-bench-" + std::to_string(::getpid());
  std::filesystem::create_directory(room);
  auto const logger = log::Logger::to_stderr();
  Told told;
  {
    auto copy = must(cache::RegionCopy::open(room / "region.db", room / "cache.key", logger));
    protocol::ChangeSlicer slicer;
    std::printf("--- %ld changes\n", static_cast<long>(changes));
    Sums filling;
    must(copy.begin_snapshot("person,certificate,standing"));
    for (std::int64_t at = 0; at < changes; at += page_size)
      take(copy, slicer, page(at, page_size, at + page_size < changes), filling);
    tell("snapshot, whole", filling, static_cast<double>(changes));
    told.snapshot_per_s = static_cast<double>(changes) / filling.cpu();
    later_changes(copy, slicer, changes, told);
    look_up(copy, changes, told);
  }
  auto copy = must(cache::RegionCopy::open(room / "region.db", room / "cache.key", logger));
  if (must(copy.count()) != changes) std::abort();
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  std::printf(
      "%-22s %.0f bytes a change; %ld MB of memory at most\n", "file",
      static_cast<double>(std::filesystem::file_size(room / "region.db")) / static_cast<double>(changes),
      use.ru_maxrss / 1024);
  std::printf(
      "{\"changes\": %ld, \"snapshot_per_s\": %.0f, \"together_per_s\": %.0f, \"scattered_per_s\": %.0f, "
      "\"p50_ms\": %.4f, \"p99_ms\": %.4f}\n",
      static_cast<long>(changes), told.snapshot_per_s, told.together_per_s, told.scattered_per_s, told.p50_ms,
      told.p99_ms);
  std::fflush(stdout);
  std::filesystem::remove_all(room);
}

}  // namespace
}  // namespace ce::bench

int main(int argc, char** argv) {
  std::vector<std::int64_t> sizes{10'000, 100'000, 1'000'000};
  if (argc > 1) sizes.assign(static_cast<std::size_t>(argc - 1), 0);
  for (int i = 1; i < argc; ++i) sizes[static_cast<std::size_t>(i - 1)] = std::atoll(argv[i]);
  for (auto const size : sizes) ce::bench::run(size);
}
