#pragma once

#include <random>
#include <vector>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"

namespace ce::credit::testing {

/// Draws people, packs and guides. The same seed gives the same people.
class RandomPeople {
 public:
  explicit RandomPeople(std::uint32_t seed) : engine_(seed) {}

  [[nodiscard]] int below(int limit);
  [[nodiscard]] bool once_in(int times) { return below(times) == 0; }
  /// Mostly recognised records of `year` and its neighbours, in every kind and state.
  [[nodiscard]] Record record(int year);
  [[nodiscard]] std::vector<Record> records(int year, int most = 12);
  /// A recognised record of `year` that counts something.
  [[nodiscard]] Record sound_record(int year);
  /// `pack` with each switch turned at random.
  [[nodiscard]] RulePack turned(RulePack pack);
  [[nodiscard]] std::optional<StudyGuide> guide();

 private:
  std::mt19937 engine_;
};

/// The product's packs GD2010, GD2020 and GD2021 from config/rules.
[[nodiscard]] std::vector<RulePack> const& own_packs();

/// The figures of 2010 (article 3), all switches at our reading.
[[nodiscard]] RulePack pack_2010();

}  // namespace ce::credit::testing
