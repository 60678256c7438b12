#pragma once

#include <filesystem>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/certificate/regions.h"
#include "shared/credit/shelf.h"

namespace ce::casebook {

/// What cases are judged by: the installation's own packs and regions.
struct Rulebook {
  credit::PackShelf packs;
  certificate::Regions regions;
  Date today;  // bounds the births of id cases
};

/// Reads `config_dir`/rules/*.toml and `config_dir`/regions/*.csv. Fails with config_missing for an absent
/// file, else as parse_pack, PackShelf::make and Regions::parse do.
[[nodiscard]] Result<Rulebook> load_rulebook(std::filesystem::path const& config_dir, Date today);

/// The packs alone.
[[nodiscard]] Result<credit::PackShelf> load_packs(std::filesystem::path const& rules_dir);

/// The regions alone.
[[nodiscard]] Result<certificate::Regions> load_regions(std::filesystem::path const& regions_dir);

}  // namespace ce::casebook
