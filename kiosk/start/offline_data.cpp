#include "kiosk/start/offline_data.h"

#include <cstdlib>
#include <ostream>

#include "kiosk/cache/erase.h"
#include "kiosk/cache/key_file.h"
#include "kiosk/start/kiosk.h"
#include "shared/protocol/names.h"

namespace ce::start {
namespace {

std::filesystem::path key_of(std::filesystem::path const& storage) {
  char const* const credentials = std::getenv("CREDENTIALS_DIRECTORY");
  if (credentials != nullptr && *credentials != '\0') {
    auto given = std::filesystem::path{credentials} / "cache.key";
    std::error_code error;
    if (std::filesystem::exists(given, error)) return given;
  }
  return storage / "cache.key";
}

}  // namespace

OfflineFiles offline_files(settings::Settings const& settings) {
  auto const& storage = settings.storage;
  return {storage / "cache.db", storage / "region.db", storage / "grant_keys.json", key_of(storage)};
}

protocol::CachePolicy cache_policy(settings::Settings const& settings) {
  return protocol::named<protocol::CachePolicy>(settings.cache.policy)
      .value_or(protocol::CachePolicy::nobody);
}

cache::Limits cache_limits(settings::Settings const& settings) {
  return {static_cast<int>(settings.cache.days), settings.cache.people,
          settings.cache.region_megabytes << 20U};
}

Result<void> tend_cache(settings::Settings const& settings, CacheTask task, std::ostream& out) {
  auto const files = offline_files(settings);
  if (task == CacheTask::rotate) {
    CE_CHECK(cache::begin_rotation(files.key));
    out << "新密钥已生成。服务程序会在运行中逐条重新加密，完成后自动销毁旧密钥（" << files.key.string()
        << ".former）。\n";
    return {};
  }
  CE_CHECK(cache::erase_all(files.key, {files.seen, files.region}));
  out << "密钥和断网备用资料已全部销毁；打印台账不受影响。联网后重新取得。\n";
  return {};
}

}  // namespace ce::start
