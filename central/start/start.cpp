#include "central/start/start.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "central/signing/key_ring.h"

namespace ce::central {
namespace {

std::string verify_prefix(central_settings::Settings const& settings) {
  if (!settings.base_url.empty()) return settings.base_url + "/v/";
  return "http://" + settings.http.address + ":" + std::to_string(settings.http.port) + "/v/";
}

std::string_view advice(FailureCode code) {
  switch (code) {
    case FailureCode::storage_corrupt:
      return "数据库文件为空或已损坏，本程序未作任何改动。请从备份恢复后再启动；先把原文件另行保存，不要删除"
             "。";
    case FailureCode::storage_newer:
      return "数据库由更新版本的程序建立，请安装新版本后再启动。";
    case FailureCode::storage_unopenable:
      return "数据库不能使用，请检查 [store] 的 path（及目录权限）或 url；首次使用请先运行 ce-admin init。";
    case FailureCode::storage_lost:
      return "数据库服务器恢复后再启动即可，数据没有改动。";
    case FailureCode::address_unavailable:
      return "监听地址现在不能使用：网络未就绪，或者端口被占用；可以稍后再启动。一直如此请检查 [http] "
             "和 [tls] 的 address、port。";
    default:
      return {};
  }
}

bool is_storage(FailureCode code) {
  return name_of(code).starts_with("storage_");
}

/// Of those who sign in, beside the pool's.
std::int64_t verifying_threads(central_settings::Settings const& settings) {
  return std::max<std::int64_t>(settings.http.pool_threads / 2, 1);
}

}  // namespace

Result<store::Store> open_store(central_settings::Settings const& settings, store::Rulebook const& rules) {
  CE_TRY(bool const there, store::Store::exists(settings.store));
  if (!there) return Failure{FailureCode::storage_unopenable, settings.store + ": 这里还没有数据库"};
  // One connection for each thread that may ask, so that none waits for another.
  auto const workers = settings.http.pool_threads + verifying_threads(settings);
  auto const readers = static_cast<int>(settings.http.io_threads + workers);
  return store::Store::open(settings.store, rules,
                            {.verify_url_prefix = verify_prefix(settings),
                             .readers = readers,
                             .writers = static_cast<int>(workers),
                             .standbys = settings.readers,
                             .standby_age = std::chrono::seconds{settings.readers_seconds}});
}

std::filesystem::path key_dir(central_settings::Settings const& settings) {
  if (!settings.grants.key_dir.empty()) return settings.grants.key_dir;
  return signing::default_key_dir(settings.store);
}

std::filesystem::path files_dir(central_settings::Settings const& settings) {
  if (!settings.files_dir.empty()) return settings.files_dir;
  return store::Store::directory_of(settings.store) / "files";
}

log::Kept kept_of(central_settings::Log const& log) {
  return {log.file, static_cast<std::size_t>(log.keep), static_cast<int>(log.days)};
}

Result<log::Logger> open_log(central_settings::Log const& log) {
  if (log.file.empty()) return log::Logger::to_stderr(log.level);
  return log::Logger::to_file(log.file, static_cast<std::size_t>(log.max_megabytes) << 20U,
                              static_cast<std::size_t>(log.keep), log.level);
}

namespace {

/// The pair of the kiosks' port, whose key is nowhere but in this process.
struct OwnPair {
  kiosk_ca::Authority authority;
  std::vector<std::string> names;
  Clock const* clock;
  Instant made{};

  kiosk_ca::ServerPair make() {
    made = clock->now();
    return authority.serve_as(names, made, kiosk_ca::own_server_days);
  }
  /// After a day, forwards or, where the clock was put right, backwards.
  std::optional<kiosk_ca::ServerPair> operator()() {
    if (std::abs(clock->now().ms - made.ms) < kiosk_ca::day_ms) return std::nullopt;
    return make();
  }
};

http::TlsPort tls_port(central_settings::Tls const& tls, kiosk_ca::Authority const& authority,
                       Clock const& clock) {
  OwnPair own{authority, tls.names, &clock};
  auto pair = own.make();
  http::TlsPort port;
  port.address = tls.address;
  port.port = static_cast<std::uint16_t>(tls.port);
  port.certificate = std::move(pair.certificate);
  port.key = std::move(pair.key);
  port.client_authority = authority.pem();
  port.renewal = std::move(own);
  return port;
}

}  // namespace

Result<std::optional<kiosk_ca::Authority>> read_authority(central_settings::Settings const& settings) {
  auto const directory = key_dir(settings);
  std::error_code error;
  if (!std::filesystem::exists(directory / "kiosk-ca.key", error))
    return std::optional<kiosk_ca::Authority>{};
  CE_TRY(auto authority, kiosk_ca::Authority::read(directory));
  return std::optional{std::move(authority)};
}

Result<http::Options> http_options(central_settings::Settings const& settings,
                                   kiosk_ca::Authority const* authority, Clock const& clock) {
  auto const& http = settings.http;
  http::Options options;
  options.address = http.address;
  options.port = static_cast<std::uint16_t>(http.port);
  options.io_threads = static_cast<unsigned>(http.io_threads);
  options.pool_threads = static_cast<std::size_t>(http.pool_threads);
  options.pool_waiting = static_cast<std::size_t>(http.pool_waiting);
  options.verifying_threads = static_cast<std::size_t>(verifying_threads(settings));
  options.trusted_proxies = http.trusted_proxies;
  options.limits.connections = static_cast<std::size_t>(http.max_connections);
  options.limits.idle = std::chrono::seconds{http.idle_seconds};
  options.limits.header = std::chrono::seconds{http.header_seconds};
  options.limits.body = std::chrono::seconds{http.body_seconds};
  auto const& tls = settings.tls;
  options.limits.new_lines = {.per_minute = static_cast<double>(tls.new_lines_per_minute),
                              .burst = static_cast<double>(tls.new_lines_burst)};
  options.limits.lines_of_stranger = static_cast<std::size_t>(tls.unnamed_lines);
  options.certificate_proxies = settings.kiosks.certificate_proxies;
  if (settings.tls.names.empty()) return options;
  if (authority == nullptr) {
    return Failure{FailureCode::config_value_invalid,
                   "[tls]: 还没有终端证书的签发机构，请先运行 ce-admin ca make"};
  }
  options.tls = tls_port(settings.tls, *authority, clock);
  return options;
}

std::string text_of(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

Result<void> write_port(std::filesystem::path const& file, std::uint16_t port) {
  if (file.empty()) return {};
  auto const fresh = file.string() + ".new";
  std::ofstream out{fresh};
  out << port << '\n';
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, file, error);
  if (!out || error) return Failure{FailureCode::config_value_invalid, file.string() + ": 端口文件写不进去"};
  return {};
}

int tell_failure(Failure const& failure) {
  std::cerr << "ce-central: " << failure.detail << "\n";
  if (auto const hint = advice(failure.code); !hint.empty()) std::cerr << hint << "\n";
  std::cerr << "（" << name_of(failure.code) << "）\n";
  switch (failure.code) {
    case FailureCode::storage_lost:
    case FailureCode::storage_busy:
    case FailureCode::address_unavailable:
      return 4;
    default:
      break;
  }
  return is_storage(failure.code) ? 3 : 2;
}

}  // namespace ce::central
