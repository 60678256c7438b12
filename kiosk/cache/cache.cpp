#include "kiosk/cache/cache.h"

#include "kiosk/cache/schema.h"
#include "kiosk/cache/state.h"

namespace ce::cache {

Cache::Cache(std::unique_ptr<State> state) : state_(std::move(state)) {}
Cache::Cache(Cache&&) noexcept = default;
Cache& Cache::operator=(Cache&&) noexcept = default;
Cache::~Cache() = default;

Result<Cache> Cache::open(std::filesystem::path const& file, std::filesystem::path const& key_file,
                          Limits limits, Clock const& clock, log::Logger const& logger) {
  CE_TRY(auto sealer, Sealer::from_key_file(key_file));
  std::optional<std::filesystem::path> put_aside;
  auto database = storage::Database::open(file, storage::Durability::normal, migrations());
  if (!database && database.failure().code == FailureCode::storage_corrupt) {
    std::string const why = database.failure().detail;
    CE_TRY(put_aside, storage::set_aside(file));
    logger.event(log::Event::database_set_aside,
                 {{"store", "cache"}, {"kept_as", put_aside->string()}, {"why", why}});
    database = storage::Database::open(file, storage::Durability::normal, migrations());
  }
  if (!database) return database.failure();
  auto state = std::make_unique<State>(std::move(database).value(), std::move(sealer), limits,
                                       std::move(put_aside), clock, logger);
  CE_CHECK(state->check_key());
  CE_CHECK(state->prune());
  return Cache{std::move(state)};
}

std::optional<std::filesystem::path> const& Cache::set_aside() const {
  return state_->set_aside;
}

Result<void> Cache::forget(SecretText const& id_number) {
  std::scoped_lock const alone{state_->mutex};
  return state_->erase(state_->person_key(id_number));
}

Result<std::int64_t> Cache::count() const {
  std::scoped_lock const alone{state_->mutex};
  auto select = state_->database.prepare("SELECT count(*) FROM person");
  CE_TRY(bool const row, select.step());
  return row ? select.integer(0) : 0;
}

Result<void> Cache::prune() {
  std::scoped_lock const alone{state_->mutex};
  return state_->prune();
}

}  // namespace ce::cache
