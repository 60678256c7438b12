#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

#include "support/files.h"
#include "tests/fuzz/parsers/mutate.h"
#include "tests/fuzz/parsers/target.h"

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

// What tests/fuzz/run has found stays found: every kept input again, and some thousand neighbours of sound
// ones, the same in every run. Built as everything else, so without libFuzzer.
namespace ce::fuzz {
namespace {

constexpr int neighbours = 600;

// What was being read when a law did not hold or a sanitizer spoke: kept for tests/fuzz/kept.
std::string& current = *new std::string;  // never destroyed: a leak is told after everything else ended

void keep_current() {
  auto const* const file = CE_BIN_DIR "/../tests/fuzz_finding";
  test::write_all(file, current);
  std::fprintf(stderr, "its input is in %s\n", file);
}

void read(Target const& target, std::string input) {
  current = std::move(input);
  target.read(current);
}

struct Replay : testing::TestWithParam<Target> {};

std::vector<std::string> kept(std::string_view target) {
  std::vector<std::string> inputs;
  auto const directory = std::filesystem::path{CE_SOURCE_DIR "/tests/fuzz/kept"} / target;
  if (!std::filesystem::exists(directory)) return inputs;
  for (auto const& file : std::filesystem::directory_iterator{directory}) {
    inputs.push_back(test::read_all(file.path()));
  }
  return inputs;
}

TEST_P(Replay, OfSeedsKeptInputsAndTheirNeighbours) {
  auto const& target = GetParam();
  auto inputs = target.seeds();
  ASSERT_FALSE(inputs.empty());
  for (auto& input : kept(target.name)) inputs.push_back(std::move(input));
  std::signal(SIGABRT, [](int) { keep_current(); });
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(keep_current);
  for (auto const& input : inputs) read(target, input);
  read(target, {});
  std::mt19937 random{20110101};
  for (int i = 0; i < neighbours; ++i) read(target, mutated(inputs, target.longest, random));
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(targets().begin(), targets().end()),
                         [](auto const& about) { return std::string{about.param.name}; });

TEST(Kept, BelongToATarget) {
  std::error_code none;
  for (auto const& directory : std::filesystem::directory_iterator{CE_SOURCE_DIR "/tests/fuzz/kept", none}) {
    EXPECT_NE(find(directory.path().filename().string()), nullptr) << directory.path();
  }
}

}  // namespace
}  // namespace ce::fuzz
