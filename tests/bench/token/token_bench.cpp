#include <benchmark/benchmark.h>

#include "shared/token/examine.h"
#include "shared/token/read.h"
#include "support/token_key.h"

namespace ce {
namespace {

constexpr Instant now{1'790'000'000'000};

test::TokenKey const& key_of(bool sm2) {
  static test::TokenKey const plain{'a'};
  static test::TokenKey const national{test::TokenKey::Sm2{}};
  return sm2 ? national : plain;
}

void genuine(benchmark::State& state, bool sm2) {
  token::KeySet const keys{{key_of(sm2).verification()}};
  auto const text = "https://jxjy.example.gov.cn/v/" + key_of(sm2).token(test::token_facts());
  for ([[maybe_unused]] auto _ : state) {
    if (!token::examine(text, keys, {}, now).genuine()) state.SkipWithError("not genuine");
  }
  state.SetItemsProcessed(state.iterations());
}

void made(benchmark::State& state, bool sm2) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(key_of(sm2).token(test::token_facts()));
  state.SetItemsProcessed(state.iterations());
}

void read_alone(benchmark::State& state) {
  auto const text = key_of(false).token(test::token_facts());
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(token::read(text));
  state.SetItemsProcessed(state.iterations());
}

void refused_for_length(benchmark::State& state) {
  token::KeySet const keys{{key_of(false).verification()}};
  std::string const text(4096, 'A');
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(token::examine(text, keys, {}, now));
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(genuine, ed25519, false);
BENCHMARK_CAPTURE(genuine, sm2, true);
BENCHMARK_CAPTURE(made, ed25519, false);
BENCHMARK_CAPTURE(made, sm2, true);
BENCHMARK(read_alone);
BENCHMARK(refused_for_length);

}  // namespace
}  // namespace ce
