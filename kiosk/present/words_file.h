#pragma once

#include <map>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::present {

/// A words file flattened to "section.key" -> text. Fails with config_malformed, naming the line.
[[nodiscard]] Result<std::map<std::string, std::string>> read_words_file(std::string_view toml);

}  // namespace ce::present
