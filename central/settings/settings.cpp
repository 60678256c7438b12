#include "central/settings/settings.h"

#include <arpa/inet.h>

#include <array>

#include "central/postgres/postgres.h"
#include "shared/config_file/config_file.h"

namespace ce::central_settings {
namespace {

using config_file::Section;

// A session's cookie in the clear is for trying out on one machine alone.
void read_plain_cookie(Section& section, Http& http) {
  std::size_t chosen = 0;
  section.read("plain_cookie", {"no", "yes"}, chosen);
  http.plain_cookie = chosen == 1;
  bool const loopback = http.address.starts_with("127.") || http.address == "::1";
  if (http.plain_cookie && !loopback) {
    section.fail("plain_cookie", FailureCode::config_value_invalid,
                 "监听地址不是本机（127.0.0.1）时不能为 yes");
  }
}

bool is_ip_address(std::string const& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return ::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

// A slip here is not seen by anybody: all callers would count as one address, the proxy's.
void check_addresses(Section& section, Http const& http) {
  if (!is_ip_address(http.address)) {
    section.fail("address", FailureCode::config_value_invalid, "应为 IP 地址，例如 127.0.0.1");
  }
  for (auto const& proxy : http.trusted_proxies) {
    if (is_ip_address(proxy)) continue;
    section.fail("trusted_proxies", FailureCode::config_value_invalid,
                 "每一项应为 IP 地址，例如 127.0.0.1；不能写域名或网段");
  }
}

void read_http(Section section, Http& http) {
  section.read("address", http.address);
  section.read("port", 0, 65535, http.port);
  section.read("port_file", http.port_file);
  section.read("trusted_proxies", http.trusted_proxies);
  read_plain_cookie(section, http);
  section.read("io_threads", 1, 64, http.io_threads);
  section.read("pool_threads", 1, 256, http.pool_threads);
  section.read("pool_waiting", 1, 100'000, http.pool_waiting);
  section.read("max_connections", 1, 1'000'000, http.max_connections);
  section.read("idle_seconds", 1, 3600, http.idle_seconds);
  section.read("header_seconds", 1, 600, http.header_seconds);
  section.read("body_seconds", 1, 3600, http.body_seconds);
  check_addresses(section, http);
  section.finish();
}

// Whoever may tell a certificate may be any kiosk: proxies on this machine alone.
void read_identities(Section& section, Kiosks& kiosks) {
  std::size_t keys = 0;
  section.read("bearer_keys", {"no", "this_machine"}, keys);
  kiosks.bearer_keys = keys == 1;
  section.read("certificate_proxies", kiosks.certificate_proxies);
  for (auto const& proxy : kiosks.certificate_proxies) {
    if (is_ip_address(proxy) && (proxy.starts_with("127.") || proxy == "::1")) continue;
    section.fail("certificate_proxies", FailureCode::config_value_invalid,
                 "每一项应为本机地址，例如 127.0.0.1");
  }
}

// Alarms say which hall is how: in the clear to this machine alone.
void read_alarms(Section section, Alarms& alarms) {
  section.read("silent_minutes", 2, 1440, alarms.silent_minutes);
  section.read("certificate_days", 1, 60, alarms.certificate_days);
  std::size_t two_places = alarms.two_places ? 1 : 0;
  section.read("two_places", {"no", "yes"}, two_places);
  alarms.two_places = two_places == 1;
  section.read("webhook_url", alarms.webhook_url);
  section.read("secret_file", alarms.secret_file);
  section.read("webhook_ca", alarms.webhook_ca);
  auto const& url = alarms.webhook_url;
  bool const here = url.starts_with("http://127.0.0.1:") || url.starts_with("http://127.0.0.1/");
  if (!url.empty() && !here && !url.starts_with("https://"))
    section.fail("webhook_url", FailureCode::config_value_invalid,
                 "应以 https:// 开头；只有发给本机（http://127.0.0.1:端口/）可以不加密");
  if (url.empty() != alarms.secret_file.empty())
    section.fail("secret_file", FailureCode::config_value_invalid, "与 webhook_url 要一起填写");
  section.finish();
}

void read_tls(Section section, Tls& tls) {
  section.read("address", tls.address);
  section.read("port", 0, 65535, tls.port);
  section.read("port_file", tls.port_file);
  section.read("names", tls.names);
  section.read("new_lines_per_minute", 1, 1'000'000, tls.new_lines_per_minute);
  section.read("new_lines_burst", 1, 1'000'000, tls.new_lines_burst);
  section.read("unnamed_lines", 1, 1'000'000, tls.unnamed_lines);
  if (!is_ip_address(tls.address)) {
    section.fail("address", FailureCode::config_value_invalid, "应为 IP 地址，例如 0.0.0.0");
  }
  section.finish();
}

void read_grants(Section section, Grants& grants) {
  section.read("key_dir", grants.key_dir);
  section.read("minutes", 1, 1440, grants.minutes);
  section.read("silence_hours", 0, 720, grants.silence_hours);
  section.finish();
}

void read_log(Section section, Log& log) {
  auto level = static_cast<std::size_t>(log.level);
  section.read("file", log.file);
  section.read("level", {"debug", "info", "warning", "error"}, level);
  section.read("max_megabytes", 1, 10'000, log.max_megabytes);
  section.read("keep", 0, 1000, log.keep);
  section.read("days", 1, 3650, log.days);
  section.finish();
  log.level = static_cast<log::Level>(level);
}

void check_readers(Section& section, std::string const& url, std::string const& readers) {
  if (readers.empty()) return;
  if (url.empty() || !postgres::is_location(readers)) {
    section.fail("readers", FailureCode::config_value_invalid,
                 url.empty() ? "只用于 PostgreSQL（url）；SQLite 文件没有备库"
                             : "应如 host=db2,db3 dbname=ce user=ce");
  } else if (auto const usable = postgres::check_location(readers); !usable) {
    section.fail("readers", FailureCode::config_value_invalid, usable.failure().detail);
  }
}

// A SQLite file by `path` or a PostgreSQL database by `url`, and its standbys by `readers`.
void read_store(Section section, Settings& settings) {
  std::filesystem::path path;
  std::string url;
  section.read("path", path);
  section.read("url", url);
  section.read("readers", settings.readers);
  section.read("readers_seconds", 1, 10, settings.readers_seconds);
  section.finish();
  check_readers(section, url, settings.readers);
  if (path.empty() == url.empty()) {
    section.fail(url.empty() ? "path" : "url", FailureCode::config_value_invalid,
                 url.empty() ? "必须写明数据库的位置：path（SQLite 文件）或 url（PostgreSQL）"
                             : "path 与 url 只能写一个，请删去另一个");
  } else if (!url.empty() && !postgres::is_location(url)) {
    section.fail("url", FailureCode::config_value_invalid,
                 "应如 postgresql://ce@db1,db2/ce 或 host=db1,db2 dbname=ce user=ce；SQLite 文件请写 path");
  } else if (!url.empty()) {
    if (auto const usable = postgres::check_writers_location(url); !usable) {
      section.fail("url", FailureCode::config_value_invalid, usable.failure().detail);
    }
  }
  settings.store = url.empty() ? path.string() : url;
}

// Certificates carry this address for as long as they live, so it is checked before the first is printed.
void check_base_url(Section& section, std::string& url) {
  while (url.ends_with('/')) url.pop_back();
  bool const usable = url.starts_with("https://") || url.starts_with("http://");
  if (!url.empty() && !usable) {
    section.fail("base_url", FailureCode::config_value_invalid, "应以 https:// 或 http:// 开头");
  }
}

}  // namespace

Result<Settings> read_settings(std::filesystem::path const& file) {
  CE_TRY(auto config, config_file::ConfigFile::parse(file));
  Settings settings;
  read_http(config.section("http"), settings.http);
  read_store(config.section("store"), settings);
  auto published = config.section("public");
  published.read("base_url", settings.base_url);
  check_base_url(published, settings.base_url);
  published.finish();
  auto data = config.section("data");
  data.read("config_dir", settings.config_dir);
  data.read("files_dir", settings.files_dir);
  data.read("proofs_per_day", 1, 1'000'000, settings.proofs.documents);
  data.read("proof_megabytes_per_day", 10, 1'000'000, settings.proofs.megabytes);
  data.finish();
  read_grants(config.section("grants"), settings.grants);
  auto copies = config.section("electronic_copy");
  copies.read("signer_dir", settings.signer_dir);
  copies.read("time_stamp_url", settings.time_stamp_url);
  copies.read("time_stamp_ca", settings.time_stamp_ca);
  if (!settings.time_stamp_url.empty() && !settings.time_stamp_url.starts_with("http://")) {
    copies.fail("time_stamp_url", FailureCode::config_value_invalid, "应以 http:// 开头");
  }
  if (settings.time_stamp_url.empty() != settings.time_stamp_ca.empty()) {
    copies.fail("time_stamp_ca", FailureCode::config_value_invalid, "与 time_stamp_url 要一起填写");
  }
  copies.finish();
  auto jobs = config.section("jobs");
  jobs.read("silence_seconds", 2, 3600, settings.jobs.silence_seconds);
  jobs.read("waiting_imports", 1, 1000, settings.jobs.waiting_imports);
  jobs.read("report_days", 1, 36'500, settings.jobs.report_days);
  jobs.read("register_hours", 1, 720, settings.jobs.register_hours);
  jobs.finish();
  auto people = config.section("people");
  people.read("departed_years", 0, 100, settings.people.departed_years);
  people.finish();
  auto kiosks = config.section("kiosks");
  kiosks.read("event_days", 31, 36'500, settings.kiosks.event_days);
  kiosks.read("log_days", 1, 400, settings.kiosks.log_days);
  read_identities(kiosks, settings.kiosks);
  kiosks.read("persons_per_hour", 4, 1'000'000, settings.kiosks.persons_per_hour);
  kiosks.read("grants_per_hour", 4, 1'000'000, settings.kiosks.grants_per_hour);
  kiosks.read("look_ups_per_hour", 4, 1'000'000, settings.kiosks.look_ups_per_hour);
  kiosks.finish();
  read_alarms(config.section("alarms"), settings.alarms);
  auto approvals = config.section("approvals");
  approvals.read("two_persons", {"where_there_are_two", "always", "never"}, settings.approvals.two_persons);
  approvals.read("days", 1, 90, settings.approvals.days);
  approvals.finish();
  read_tls(config.section("tls"), settings.tls);
  auto verification = config.section("verification");
  verification.read("per_minute", 1, 1'000'000, settings.verification.per_minute);
  verification.read("burst", 1, 1'000'000, settings.verification.burst);
  verification.finish();
  read_log(config.section("log"), settings.log);

  CE_CHECK(config.finish());
  return settings;
}

}  // namespace ce::central_settings
