#include <benchmark/benchmark.h>

#include "bench/judge/counted_heap.h"
#include "shared/credit/judge.h"
#include "shared/credit/naive.h"
#include "shared/credit/random_people.h"

namespace ce::credit {
namespace {

constexpr int year = 2011;
constexpr std::size_t people_count = 1024;
constexpr int records_each = 12;

std::vector<std::vector<Record>> draw_people() {
  testing::RandomPeople people{1};
  std::vector<std::vector<Record>> all(people_count);
  for (auto& records : all) {
    for (int i = 0; i < records_each; ++i) records.push_back(people.record(year));
  }
  return all;
}

std::optional<StudyGuide> const guide{StudyGuide{CreditUnits::hours(14)}};

void count(benchmark::State& state, std::size_t allocations_before) {
  auto const taken = static_cast<double>(bench::allocations() - allocations_before);
  auto const judged = static_cast<double>(state.iterations());
  state.counters["person_years/s"] = benchmark::Counter(judged, benchmark::Counter::kIsRate);
  state.counters["allocations/verdict"] = taken / judged;
}

// One verdict is one person's year of 12 records.
void judge_all(benchmark::State& state, RulePack const& pack) {
  auto const everyone = draw_people();
  Verdict verdict;
  for (auto const& records : everyone) judge_into(verdict, records, pack, guide, year);
  std::size_t const before = bench::allocations();
  std::size_t at = 0;
  for (auto _ : state) {
    judge_into(verdict, everyone[at], pack, guide, year);
    benchmark::DoNotOptimize(verdict.complete);
    at = (at + 1) % people_count;
  }
  count(state, before);
}

void judge_person_years(benchmark::State& state) {
  judge_all(state, testing::pack_2010());
}
BENCHMARK(judge_person_years);

void judge_with_carry_over(benchmark::State& state) {
  RulePack pack = testing::pack_2010();
  pack.switches.carry_over = true;
  judge_all(state, pack);
}
BENCHMARK(judge_with_carry_over);

// The evaluator of the tests, for the ratio.
void naive_person_years(benchmark::State& state) {
  auto const everyone = draw_people();
  RulePack const pack = testing::pack_2010();
  std::size_t const before = bench::allocations();
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(naive::evaluate(everyone[at], pack, guide, year));
    at = (at + 1) % people_count;
  }
  count(state, before);
}
BENCHMARK(naive_person_years);

}  // namespace
}  // namespace ce::credit

BENCHMARK_MAIN();
