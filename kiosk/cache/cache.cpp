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
  CE_TRY(auto const keys, read_keys(key_file));
  CE_TRY(auto opened, open_copy(file, migrations(), "cache", logger));
  auto state = std::make_unique<State>(std::move(opened), keys, key_file, limits, clock, logger);
  CE_CHECK(state->settle_key());
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

Result<void> Cache::forget_person(std::string const& person) {
  std::scoped_lock const alone{state_->mutex};
  auto drop = state_->database.prepare("DELETE FROM person WHERE subject = $1");
  return drop.bind_blob(1, state_->sealer.look_up_key("subject", person)).run();
}

void Cache::limit(Limits limits) {
  std::scoped_lock const alone{state_->mutex};
  state_->limits = limits;
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
