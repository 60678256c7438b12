#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "central/seed/random.h"
#include "shared/base/clock.h"
#include "shared/certificate/regions.h"
#include "shared/storage/database.h"

namespace ce::seed {

/// A region that issues certificates, with what stands in it.
struct Place {
  std::string code;
  std::string name;  // "广州市天河区", the province "广东省"
  struct Employer {
    std::int64_t id = 0;
    std::size_t sector = 0;
  };
  std::vector<Employer> employers;
  std::vector<std::int64_t> institutions;
  std::string kiosk;  // where its people print
};

struct Province {
  std::vector<Place> places;
  std::vector<std::size_t> draw;  // places by the weight of their population
  std::vector<std::int64_t> online_sites;
};

/// Makes employers for `people`, institutions, and a kiosk in each city; none of the kiosks' keys exists.
[[nodiscard]] Result<Province> make_province(storage::Database& database, certificate::Regions const& regions,
                                             Random& random, int people, Instant created);

}  // namespace ce::seed
