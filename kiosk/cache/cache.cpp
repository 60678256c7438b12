#include "kiosk/cache/cache.h"

#include "kiosk/cache/aside.h"
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
  CopyFile const which{file, migrations(), "cache"};
  CE_TRY(auto opened, open_copy(which, logger));
  auto state = std::make_unique<State>(which, std::move(opened), keys, key_file, limits, clock, logger);
  auto settled = state->settle();
  // Damage in a page that opening did not read.
  if (!settled && settled.failure().code == FailureCode::storage_corrupt) {
    CE_CHECK(begin_anew(state->copy, which, settled.failure().detail, logger));
    settled = state->settle();
  }
  if (!settled) return settled.failure();
  return Cache{std::move(state)};
}

std::optional<std::filesystem::path> const& Cache::set_aside() const {
  return state_->copy.set_aside;
}

Result<void> Cache::forget(SecretText const& id_number) {
  std::scoped_lock const alone{state_->mutex};
  // First of all: an answer that is on its way must not come after.
  state_->forgotten.push_back(state_->person_key(id_number));
  CE_CHECK(drop_asides(state_->which.file));
  CE_CHECK(state_->erase(state_->forgotten.back()));
  empty_log(state_->database, state_->which, *state_->logger);
  return {};
}

Result<void> Cache::forget_person(std::string const& person) {
  std::scoped_lock const alone{state_->mutex};
  state_->forgotten.push_back(state_->sealer.look_up_key("subject", person));
  CE_CHECK(drop_asides(state_->which.file));
  auto drop = state_->database.prepare("DELETE FROM person WHERE subject = $1");
  CE_CHECK(drop.bind_blob(1, state_->forgotten.back()).run());
  // A first delta tells of all who were ever forgotten, and hardly one of them was here.
  if (state_->database.changes() > 0) empty_log(state_->database, state_->which, *state_->logger);
  return {};
}

std::size_t Cache::forgets() const {
  std::scoped_lock const alone{state_->mutex};
  return state_->forgotten.size();
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

Result<void> Cache::examine() {
  auto& state = *state_;
  return examine_copy(state.copy, state.which, state.mutex, *state.logger, [&] { return state.settle(); });
}

Result<void> Cache::prune() {
  std::scoped_lock const alone{state_->mutex};
  return state_->prune();
}

}  // namespace ce::cache
