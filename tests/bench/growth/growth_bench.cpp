// ce-bench-growth sqlite|postgresql ROUNDS PEOPLE...: what central is asked most, in process, in stores of so
// many people, all of them open side by side and asked in turn, so that a busy machine does not look like
// growth. A line of JSON for each store filled, and for each question, size and round. On PostgreSQL within
// tests/support/ store/postgresql, as issuing/run starts it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "bench/growth/filled.h"
#include "bench/growth/questions.h"

namespace {

using namespace ce::bench;

void tell_filled(Filled const& filled) {
  std::printf("{\"filled\": %lld, \"fill_s\": %.2f, \"issue_s\": %.2f}\n",
              static_cast<long long>(filled.size), filled.fill_seconds, filled.issue_seconds);
  std::fflush(stdout);
}

void ask(Filled& filled, Question const& question, int round) {
  std::vector<double> took;
  for (int i = 0; i < question.times; ++i) {
    auto const begin = std::chrono::steady_clock::now();
    question.ask(filled);
    took.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(took.begin(), took.end());
  std::printf("{\"question\": \"%s\", \"people\": %lld, \"round\": %d, \"p50_ms\": %.4f, \"p99_ms\": %.4f}\n",
              question.name, static_cast<long long>(filled.size), round, took[took.size() / 2],
              took[took.size() * 99 / 100]);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: ce-bench-growth sqlite|postgresql ROUNDS PEOPLE...\n", stderr);
    return 2;
  }
  ::setenv("CE_TEST_STORE", argv[1], 1);
  int const rounds = std::atoi(argv[2]);  // NOLINT(cert-err34-c)
  std::vector<std::unique_ptr<Filled>> stores;
  for (int i = 3; i < argc; ++i) {
    stores.push_back(std::make_unique<Filled>(std::atoll(argv[i])));  // NOLINT(cert-err34-c)
    tell_filled(*stores.back());
  }
  for (int round = 1; round <= rounds; ++round) {
    for (auto const& question : questions()) {
      for (auto const& filled : stores) ask(*filled, question, round);
    }
  }
  return 0;
}
