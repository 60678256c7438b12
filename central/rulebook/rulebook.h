#pragma once

#include <filesystem>

#include "central/rulebook/industries.h"
#include "shared/base/result.h"
#include "shared/certificate/regions.h"
#include "shared/credit/shelf.h"

namespace ce::rulebook {

/// The packs by credit year, the regions and the industries. Immutable; any thread.
struct Rulebook {
  credit::PackShelf packs;
  certificate::Regions regions;
  Industries industries = {};
};

/// Reads `config_dir`/rules/*.toml, `config_dir`/regions/*.csv and `config_dir`/industries/*.csv; an absent
/// list of industries is an empty one. Fails with config_missing for what else is absent or cannot be read,
/// else as parse_pack, PackShelf::make, Regions::parse and Industries::parse do, naming the file.
[[nodiscard]] Result<Rulebook> load(std::filesystem::path const& config_dir);

}  // namespace ce::rulebook
