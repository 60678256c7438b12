#pragma once

#include "central/rulebook/rulebook.h"
#include "shared/base/date.h"

namespace ce::casebook {

/// What cases are judged by: the installation's own packs and regions.
struct Rulebook : rulebook::Rulebook {
  Date today;  // bounds the births of id cases
};

/// Fails like rulebook::load().
[[nodiscard]] inline Result<Rulebook> load_rulebook(std::filesystem::path const& config_dir, Date today) {
  CE_TRY(auto loaded, rulebook::load(config_dir));
  return Rulebook{{std::move(loaded)}, today};
}

}  // namespace ce::casebook
