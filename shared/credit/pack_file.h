#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/credit/pack.h"

namespace ce::credit {

/// Reads a rule pack from the text of a file like config/rules/GD2010.toml, which explains every key.
/// `file` is named in failures. Fails with pack_invalid, telling file, line, key and what to write instead:
/// an unknown or missing key, a wrong type, hours that are not exact, an unknown switch value, a study guide
/// whose mandatory part is below a third of the subject or the pack's least (article 6), a guide of a year
/// outside the pack, and duties that fault_of() complains about.
[[nodiscard]] Result<RulePack> parse_pack(std::string_view toml, std::string_view file);

/// The pack as text that parse_pack reads back as the same pack: what is frozen with each certificate, so
/// that its verdict can be given again years later.
[[nodiscard]] std::string pack_text(RulePack const& pack);

}  // namespace ce::credit
