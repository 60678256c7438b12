#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "shared/certificate/regions.h"

namespace ce::set_up {

/// gd_regions.csv and gd_regions_history.csv of that directory. Fails with config_value_invalid, naming the
/// file that cannot be read, or as Regions::parse.
[[nodiscard]] Result<certificate::Regions> read_regions(std::filesystem::path const& directory);

}  // namespace ce::set_up
