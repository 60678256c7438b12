#pragma once

#include <filesystem>

#include "kiosk/present/vocabulary.h"
#include "shared/base/result.h"

namespace ce::start {

/// The words of all languages, from <assets>/strings/zh.toml and en.toml. Fails with asset_missing or
/// config_malformed, naming the file and every key that is missing, not known or filled differently.
[[nodiscard]] Result<present::Vocabulary> read_vocabulary(std::filesystem::path const& assets);

}  // namespace ce::start
