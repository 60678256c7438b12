#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "central/http/server.h"
#include "central/kiosk_ca/authority.h"
#include "central/settings/settings.h"
#include "central/store/store.h"
#include "shared/base/result.h"
#include "shared/log/kept.h"
#include "shared/log/log.h"

/// Steps of starting that main() lists.
namespace ce::central {

/// Opens the store that is there. Fails with storage_unopenable where there is none (ce-admin init makes one)
/// and with storage_corrupt or storage_newer; the file is left as it is.
[[nodiscard]] Result<store::Store> open_store(central_settings::Settings const& settings,
                                              store::Rulebook const& rules);

/// Where the keys that sign print grants are.
[[nodiscard]] std::filesystem::path key_dir(central_settings::Settings const& settings);
/// Where proofs and registration files are.
[[nodiscard]] std::filesystem::path files_dir(central_settings::Settings const& settings);

/// How long the log's files stay.
[[nodiscard]] log::Kept kept_of(central_settings::Log const& log);
[[nodiscard]] Result<log::Logger> open_log(central_settings::Log const& log);
/// With [tls], its certificate is made here, by `authority`, and another one every day by `clock`, which is
/// borrowed for as long as the server. Fails with config_value_invalid where there is [tls] and no authority.
[[nodiscard]] Result<http::Options> http_options(central_settings::Settings const& settings,
                                                 kiosk_ca::Authority const* authority, Clock const& clock);

/// What certifies kiosks; nothing where none was made. Fails with grant_key_missing where there is half of
/// it.
[[nodiscard]] Result<std::optional<kiosk_ca::Authority>> read_authority(
    central_settings::Settings const& settings);

/// The whole file, or empty where it cannot be read.
[[nodiscard]] std::string text_of(std::filesystem::path const& file);

/// Writes "PORT\n" so that a reader sees all of it or nothing. Fails with config_value_invalid.
[[nodiscard]] Result<void> write_port(std::filesystem::path const& file, std::uint16_t port);

/// What a person should read on standard error for a start that failed, and the exit code: 2 for
/// configuration, 3 for the database, 4 for a database server that cannot be reached, or an address that
/// cannot be listened on, now and may be later.
[[nodiscard]] int tell_failure(Failure const& failure);

}  // namespace ce::central
