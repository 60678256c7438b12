#pragma once

#include <cstdint>
#include <vector>

#include "central/store/store.h"

namespace ce::bench {

/// People spread over every issuing region, each with eight records that make 2025 and 2026 complete.
struct Province {
  std::vector<std::string> regions;
  std::int64_t people = 0;
};

[[nodiscard]] Result<Province> fill(store::Store& store, std::int64_t people, Instant now);

}  // namespace ce::bench
