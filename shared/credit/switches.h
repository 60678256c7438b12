#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/credit/pack.h"

namespace ce::credit {

/// A switch by the words of rules.md: {"day_credit", "fixed"}; booleans read true and false.
struct SwitchSetting {
  std::string name;
  std::string value;
  bool operator==(SwitchSetting const&) const = default;
};

/// Whether rules.md knows a switch of that name.
[[nodiscard]] bool is_switch(std::string_view name);

/// The values that a switch knows, our reading first; empty for provincial_digits, which takes any four
/// digits, and for what is no switch.
[[nodiscard]] std::span<std::string_view const> values_of(std::string_view name);

/// Turns one switch. Fails with pack_invalid, naming the switch and the values that it knows.
[[nodiscard]] Result<void> set_switch(Switches& switches, std::string_view name, std::string_view value);

/// All switches in a fixed order, as they are frozen with a certificate.
[[nodiscard]] std::vector<SwitchSetting> settings_of(Switches const& switches);

}  // namespace ce::credit
