#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "shared/certificate/regions.h"
#include "shared/credit/shelf.h"

namespace ce::rulebook {

/// The packs by credit year and the regions. Immutable; any thread.
struct Rulebook {
  credit::PackShelf packs;
  certificate::Regions regions;
};

/// Reads `config_dir`/rules/*.toml and `config_dir`/regions/*.csv. Fails with config_missing for what is
/// absent or cannot be read, else as parse_pack, PackShelf::make and Regions::parse do, naming the file.
[[nodiscard]] Result<Rulebook> load(std::filesystem::path const& config_dir);

}  // namespace ce::rulebook
