#include "kiosk/start/offline_data.h"

#include <cstdlib>
#include <ostream>

#include "kiosk/cache/erase.h"
#include "kiosk/cache/key_file.h"
#include "kiosk/cache/survey.h"
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

/// Something is sealed and no key lies beside it: the service has it from systemd, which gives it to nobody
/// else, not to who types a command either.
Result<bool> has_key_from_systemd(OfflineFiles const& files) {
  std::error_code error;
  if (std::filesystem::exists(files.key, error)) return false;
  CE_TRY(auto const kept, cache::survey(files.seen, files.region));
  return kept.people_seen > 0 || kept.region_things > 0;
}

Result<void> tell_status(settings::Settings const& settings, OfflineFiles const& files, std::ostream& out) {
  CE_TRY(auto const kept, cache::survey(files.seen, files.region));
  auto const& region = kept.region;
  out << "断网备用资料：在本机查询过的 " << kept.people_seen << " 人（上限 " << settings.cache.people
      << " 人，" << settings.cache.days << " 天）\n本地区的记录 " << kept.region_things << " 条，约 "
      << (region.bytes >> 20U) << " MB（上限 " << settings.cache.region_megabytes << " MB）";
  if (region.as_of) out << "，截至 " << china_minute_text(*region.as_of);
  if (region.filling) out << "，正在取新的一份";
  out << '\n';
  if (region.closed_at) {
    out << "已到上限（" << (*region.closed_at >> 20U)
        << " MB）：本地区还有人没有收入，断网时查不到；已收入的照常更新。磁盘有余量时请调大 [cache] "
           "region_megabytes 并重启服务程序，会重新取一份。\n";
  }
  return {};
}

}  // namespace

OfflineFiles offline_files(settings::Settings const& settings) {
  auto const& storage = settings.storage;
  return {storage / "cache.db", storage / "region.db", storage / "grant_keys.json", storage / "seals.db",
          key_of(storage)};
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
  if (task == CacheTask::status) return tell_status(settings, files, out);
  CE_TRY(bool const by_systemd, has_key_from_systemd(files));
  if (task == CacheTask::rotate) {
    if (by_systemd) {
      return Failure{
          FailureCode::not_permitted,
          "密钥是 systemd 的凭据（LoadCredential=cache.key），由管理员更换：旧的改名为 "
          "cache.key.former，新的 32 "
          "字节叫 cache.key，两个都写进单元，重启；日志说不再需要旧的以后，去掉 cache.key.former，再重启"};
    }
    CE_CHECK(cache::begin_rotation(files.key));
    out << "新密钥已生成。服务程序会在运行中逐条重新加密，完成后自动销毁旧密钥（" << files.key.string()
        << ".former）。\n";
    return {};
  }
  CE_CHECK(cache::erase_all(files.key, {files.seen, files.region}));
  if (by_systemd) {
    out << "断网备用资料已全部清空；打印台账不受影响。密钥是 systemd "
           "的凭据，本程序不能销毁：请管理员换一个新的 "
           "cache.key，不留旧的，再重启服务程序。\n";
    return {};
  }
  out << "密钥和断网备用资料已全部销毁；打印台账不受影响。联网后重新取得。\n";
  return {};
}

}  // namespace ce::start
