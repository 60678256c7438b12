#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/log/log.h"

/// ce-central's configuration file. config/central.toml says what each key is for.
namespace ce::central_settings {

struct Http {
  std::string address = "127.0.0.1";
  std::int64_t port = 8080;
  std::filesystem::path port_file;
  std::vector<std::string> trusted_proxies;
  bool plain_cookie = false;
  std::int64_t io_threads = 2;
  std::int64_t pool_threads = 4;
  std::int64_t pool_waiting = 256;
  std::int64_t max_connections = 4096;
  std::int64_t idle_seconds = 75;
  std::int64_t header_seconds = 10;
  std::int64_t body_seconds = 30;
};

struct Grants {
  std::filesystem::path key_dir;  // empty: grant-keys beside the store
  std::int64_t minutes = 10;
  std::int64_t silence_hours = 24;
};

struct Jobs {
  std::int64_t silence_seconds = 30;
  std::int64_t waiting_imports = 5;  // of one account
  std::int64_t report_days = 180;    // reports on imports stay
  std::int64_t register_hours = 24;  // registers written as files stay
};

/// What one account may upload within 24 hours.
struct Proofs {
  std::int64_t documents = 300;
  std::int64_t megabytes = 500;
};

struct People {
  std::int64_t departed_years = 3;  // people who left without a record stay; 0: without end
};

struct Kiosks {
  std::int64_t event_days = 400;
  std::int64_t log_days = 30;  // logs that were asked for stay
  bool bearer_keys = false;    // of kiosks on this machine
  std::vector<std::string> certificate_proxies;
  std::int64_t persons_per_hour = 120;  // that one kiosk may ask for
  std::int64_t grants_per_hour = 120;
  std::int64_t look_ups_per_hour = 1200;
};

struct Alarms {
  std::int64_t silent_minutes = 10;
  std::int64_t certificate_days = 7;
  bool two_places = true;
  std::string webhook_url;            // empty: alarms are shown in the console alone
  std::filesystem::path secret_file;  // what messages to it are signed by
  std::filesystem::path webhook_ca;   // who vouches for it; empty: the system's
};

/// When a second person of an authority confirms.
struct Approvals {
  std::size_t two_persons = 0;  // where_there_are_two, always, never: as approvals::Need has them
  std::int64_t days = 7;
};

/// The port that kiosks come to directly; none where `names` is empty.
struct Tls {
  std::string address = "0.0.0.0";
  std::int64_t port = 8443;
  std::filesystem::path port_file;
  std::vector<std::string> names;  // what kiosks call this machine: names and addresses
  // Of one address, behind which may be a city's kiosks.
  std::int64_t new_lines_per_minute = 3000;
  std::int64_t new_lines_burst = 600;
  std::int64_t unnamed_lines = 64;
};

struct Verification {
  std::int64_t per_minute = 60;
  std::int64_t burst = 30;
};

struct Log {
  std::filesystem::path file;  // empty: standard error
  log::Level level = log::Level::info;
  std::int64_t max_megabytes = 20;
  std::int64_t keep = 10;
  std::int64_t days = 180;  // that files stay which nobody writes to any more
};

/// Every path is absolute, or relative to the working directory where the configuration file is.
struct Settings {
  Http http;
  std::string store;    // a file's path, or where a PostgreSQL database is
  std::string readers;  // where its standbys are; empty: none are asked
  std::int64_t readers_seconds = 1;
  std::string base_url;
  std::filesystem::path files_dir;   // proofs and registration files; empty: see files_dir() of central/start
  std::filesystem::path config_dir;  // empty: wherever the program's own data is
  Grants grants;
  std::filesystem::path signer_dir;  // of electronic copies; empty: none are offered
  Jobs jobs;
  Proofs proofs;
  People people;
  Kiosks kiosks;
  Alarms alarms;
  Approvals approvals;
  Tls tls;
  std::string time_stamp_url;  // of an RFC 3161 authority; empty: copies bear no time stamp
  std::filesystem::path time_stamp_ca;
  Verification verification;
  Log log;
};

/// Fails with config_missing, config_malformed, config_key_unknown, config_type_wrong or
/// config_value_invalid; the detail reads "central.toml:12: [http] prot: ...", in Chinese where it explains.
[[nodiscard]] Result<Settings> read_settings(std::filesystem::path const& file);

}  // namespace ce::central_settings
