#include <benchmark/benchmark.h>

#include "bench/judge/counted_heap.h"
#include "bench/judge/sql_judge.h"
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

// The peer has to say the same of everybody before its time means anything.
bool agrees(bench::SqlJudge& sql, std::vector<std::vector<Record>> const& everyone, RulePack const& pack) {
  for (std::size_t i = 0; i < everyone.size(); ++i) {
    auto const here = judge(everyone[i], pack, guide, year);
    auto const there = sql.one(static_cast<std::int64_t>(i));
    if (here.public_subject.done.count != there.public_subject ||
        here.professional.done.count != there.professional ||
        here.professional_mandatory.done.count != there.mandatory ||
        here.achievement_credit.count != there.achievement || here.elective.done.count != there.elective ||
        here.complete != there.complete) {
      return false;
    }
  }
  return true;
}

// The same by SQL on SQLite, person by person as a program would ask.
void sql_person_years(benchmark::State& state) {
  auto const everyone = draw_people();
  bench::SqlJudge sql{everyone, testing::pack_2010(), guide.value(), year};
  if (!agrees(sql, everyone, testing::pack_2010()))
    return state.SkipWithError("the statement judges otherwise");
  std::size_t const before = bench::allocations();
  std::int64_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(sql.one(at));
    at = (at + 1) % static_cast<std::int64_t>(people_count);
  }
  count(state, before);
}
BENCHMARK(sql_person_years);

// And everybody by one statement; a turn of the loop is one of them.
void sql_everybody(benchmark::State& state) {
  auto const everyone = draw_people();
  bench::SqlJudge sql{everyone, testing::pack_2010(), guide.value(), year};
  if (!agrees(sql, everyone, testing::pack_2010()))
    return state.SkipWithError("the statement judges otherwise");
  std::size_t const before = bench::allocations();
  while (state.KeepRunningBatch(people_count)) benchmark::DoNotOptimize(sql.complete_of_all());
  count(state, before);
}
BENCHMARK(sql_everybody);

}  // namespace
}  // namespace ce::credit

BENCHMARK_MAIN();
