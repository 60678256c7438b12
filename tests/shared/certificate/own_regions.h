#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "shared/certificate/regions.h"

namespace ce::certificate::testing {

inline std::string read_config(std::string const& name) {
  std::ifstream in{CE_SOURCE_DIR "/config/regions/" + name, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// The regions that the product ships.
inline Regions own_regions() {
  auto regions = Regions::parse(read_config("gd_regions.csv"), read_config("gd_regions_history.csv"));
  EXPECT_TRUE(regions) << describe(regions.failure());
  return *std::move(regions);
}

}  // namespace ce::certificate::testing
