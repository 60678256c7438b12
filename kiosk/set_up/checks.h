#pragma once

#include <string>
#include <vector>

#include "kiosk/set_up/answers.h"

namespace ce::set_up {

/// One thing that was looked at, in Chinese for whoever sets the machine up.
struct Finding {
  bool good = false;
  std::string what;
  std::string text;
};

/// Looks at everything that the answers name, nothing of it changed: region, hall, files, the PIN's form;
/// asks central (with `key_file`, where the key lies for now) and the printer. Blocks for both.
[[nodiscard]] std::vector<Finding> examine(Answers const& answers, std::filesystem::path const& key_file);

}  // namespace ce::set_up
