#pragma once

#include <filesystem>

#include "kiosk/cache/cache.h"
#include "kiosk/settings/settings.h"
#include "shared/protocol/changes.h"

/// Where the kiosk keeps what it may need without network.
namespace ce::start {

struct OfflineFiles {
  std::filesystem::path seen;
  std::filesystem::path region;
  std::filesystem::path shelf;
  std::filesystem::path seals;  // public: erasing the caches leaves it
  /// systemd's credential "cache.key" where the service has one (LoadCredential=), else a file beside.
  std::filesystem::path key;
};
[[nodiscard]] OfflineFiles offline_files(settings::Settings const& settings);

[[nodiscard]] protocol::CachePolicy cache_policy(settings::Settings const& settings);
[[nodiscard]] cache::Limits cache_limits(settings::Settings const& settings);

}  // namespace ce::start
