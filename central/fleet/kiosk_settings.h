#pragma once

#include <string_view>

#include "central/store/store.h"
#include "shared/base/result.h"
#include "shared/protocol/changes.h"
#include "shared/storage/database.h"

namespace ce::fleet {

/// What central has set for this kiosk, or nothing: then it goes by its defaults (protocol::ConfigChange).
[[nodiscard]] Result<std::optional<protocol::ConfigChange>> settings_of(storage::Database& database,
                                                                        std::string_view kiosk);
/// Whom this kiosk may keep; `seen` where nothing was set.
[[nodiscard]] Result<protocol::CachePolicy> cache_policy_of(store::Store const& store,
                                                            std::string_view kiosk);

/// Sets and tells it; with an entry in the audit chain of the kiosk's region. Fails with input_invalid,
/// naming what is wrong.
[[nodiscard]] Result<void> set_settings(store::Store& store, std::string_view operator_name,
                                        std::string_view kiosk, protocol::ConfigChange const& settings,
                                        Instant now);

}  // namespace ce::fleet
