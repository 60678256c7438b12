#include "central/fleet/kiosk_settings.h"

#include <array>

#include "central/audit/audit.h"
#include "central/changes/touch.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/names.h"

namespace ce::fleet {
namespace {

Result<void> check(protocol::ConfigChange const& settings) {
  auto const wrong = [](std::string why) { return Failure{FailureCode::input_invalid, std::move(why)}; };
  if (settings.cache_days < 0 || settings.cache_days > protocol::most_cache_days)
    return wrong("days of the cache: 0 to " + std::to_string(protocol::most_cache_days));
  if (settings.cache_people < 0 || settings.cache_people > protocol::most_cache_people)
    return wrong("people of the cache: 0 to " + std::to_string(protocol::most_cache_people));
  auto const idle = settings.idle_seconds;
  if (idle && (*idle < protocol::least_idle_seconds || *idle > protocol::most_idle_seconds)) {
    return wrong("idle seconds: " + std::to_string(protocol::least_idle_seconds) + " to " +
                 std::to_string(protocol::most_idle_seconds));
  }
  return {};
}

Result<void> put(storage::Database& database, std::string_view kiosk,
                 protocol::ConfigChange const& settings) {
  return database
      .prepare(
          "INSERT INTO kiosk_settings (kiosk, cache, cache_days, cache_people, idle_seconds) "
          "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kiosk) DO UPDATE SET cache = excluded.cache, "
          "cache_days = excluded.cache_days, cache_people = excluded.cache_people, "
          "idle_seconds = excluded.idle_seconds")
      .bind(1, kiosk)
      .bind(2, protocol::word_of(settings.cache))
      .bind(3, settings.cache_days)
      .bind(4, settings.cache_people)
      .bind(5, settings.idle_seconds)
      .run();
}

}  // namespace

Result<std::optional<protocol::ConfigChange>> settings_of(storage::Database& database,
                                                          std::string_view kiosk) {
  auto row = database.prepare(
      "SELECT cache, cache_days, cache_people, idle_seconds FROM kiosk_settings WHERE kiosk = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  if (!there) return std::optional<protocol::ConfigChange>{};
  auto const policy = protocol::named<protocol::CachePolicy>(row.text(0));
  if (!policy) return Failure{FailureCode::storage_fault, "unknown policy of a kiosk's cache"};
  return std::optional{protocol::ConfigChange{.cache = *policy,
                                              .cache_days = row.integer(1),
                                              .cache_people = row.integer(2),
                                              .idle_seconds = row.optional_integer(3)}};
}

Result<protocol::CachePolicy> cache_policy_of(store::Store const& store, std::string_view kiosk) {
  protocol::CachePolicy policy = protocol::ConfigChange{}.cache;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const settings, settings_of(database, kiosk));
    if (settings) policy = settings->cache;
    return {};
  });
  if (!read) return read.failure();
  return policy;
}

Result<void> set_settings(store::Store& store, std::string_view operator_name, std::string_view kiosk,
                          protocol::ConfigChange const& settings, Instant now) {
  CE_CHECK(check(settings));
  return store.write([&](storage::Database& database) -> Result<void> {
    std::string region;
    {
      auto row = database.prepare("SELECT region FROM kiosks WHERE id = $1");
      CE_TRY(bool const there, row.bind(1, kiosk).step());
      if (!there) return Failure{FailureCode::input_invalid, "no kiosk '" + std::string{kiosk} + "'"};
      region = row.text(0);
    }
    CE_CHECK(put(database, kiosk, settings));
    CE_CHECK(audit::append(database, audit::operator_author(operator_name, region),
                           audit::Action::kiosk_configured, {"kiosk", std::string{kiosk}},
                           audit::detail({{"cache", protocol::word_of(settings.cache)},
                                          {"days", settings.cache_days},
                                          {"people", settings.cache_people}}),
                           now));
    return changes::touch(database,
                          std::array{changes::Thing{region, changes::Kind::config, std::string{kiosk}}});
  });
}

}  // namespace ce::fleet
