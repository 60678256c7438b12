#pragma once

#include <string>
#include <string_view>

#include "kiosk/settings/settings.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::start {

/// In the place of a version, before package sources are asked which there are.
inline constexpr std::string_view any_version = "any";

/// Whether whoever upgrades this machine may install that version of the program now: central lets it take
/// just that one, the hall is closed (a hall that never closes: from two to five at night), nobody is at the
/// screen, no print waits to be settled. Fails with input_invalid, in Chinese, saying why not; as opening the
/// journal does. With `any_version`: whether there is one to look for at all. Gives the version that it is
/// about. Another process than the one that serves. Blocks for the disk.
[[nodiscard]] Result<std::string> may_update(settings::Settings const& settings, std::string_view version,
                                             Clock const& clock, log::Logger const& logger);

/// What a running kiosk locks while somebody is there (in_use.h).
[[nodiscard]] std::filesystem::path in_use_file(settings::Settings const& settings);

}  // namespace ce::start
