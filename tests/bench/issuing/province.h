#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "central/store/store.h"

namespace ce::bench {

/// People spread over every issuing region, each with records that make 2025 and 2026 complete.
struct Province {
  std::vector<std::string> regions;
  std::int64_t people = 0;
};

/// What each has; the first four are of 2025.
struct RecordsEach {
  int count = 8;
  bool last_waits = false;  // for the county's HRSS, of at least twelve
};

[[nodiscard]] Result<Province> fill(store::Store& store, std::int64_t people, Instant now,
                                    RecordsEach const& each = {});

/// The identity number of the person of that id.
[[nodiscard]] std::string id_number_of(std::int64_t id);

}  // namespace ce::bench
