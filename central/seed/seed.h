#pragma once

#include <cstdint>
#include <functional>

#include "central/seed/demo_file.h"
#include "central/seed/people.h"
#include "central/store/store.h"

namespace ce::seed {

struct Options {
  int people = 0;
  std::uint64_t seed = 1;
  Instant now;                   // only its day in China matters
  std::vector<DemoPerson> demo;  // besides the people
  /// Told how many people are written, now and then; may be empty.
  std::function<void(int)> progress;
};

/// Fills an empty store with a made-up Guangdong, in one transaction. The same options give the same rows to
/// the byte. Fails with input_invalid where the store holds people already.
[[nodiscard]] Result<Summary> seed(store::Store& store, Options const& options);

}  // namespace ce::seed
