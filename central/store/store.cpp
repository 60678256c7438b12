#include "central/store/store.h"

#include <algorithm>

#include "central/postgres/postgres.h"
#include "central/store/commit_keys.h"
#include "central/store/connections.h"
#include "central/store/pulse.h"

namespace ce::store {
namespace {

Result<std::unique_ptr<Backend>> open_backend(std::string const& location, Settings const& settings) {
  int const readers = std::max(settings.readers, 1);
  if (!postgres::is_location(location)) return open_file(location, readers);
  return open_server(location,
                     {readers, std::max(settings.writers, 1), settings.standbys, settings.standby_age});
}

}  // namespace

Store::Store(std::unique_ptr<Connections> connections) : connections_(std::move(connections)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(std::string const& location, Rulebook const& rules, Settings settings) {
  CE_TRY(auto backend, open_backend(location, settings));
  return Store{std::make_unique<Connections>(
      Connections{std::move(backend), rules, std::move(settings), postgres::is_location(location)})};
}

Result<bool> Store::exists(std::string const& location) {
  std::error_code ignored;
  if (!postgres::is_location(location)) return std::filesystem::exists(location, ignored);
  CE_TRY(auto database, postgres::connect(location, {}));
  return postgres::has_schema(database);
}

bool Store::is_server(std::string const& location) {
  return postgres::is_location(location);
}

std::filesystem::path Store::directory_of(std::string const& location) {
  if (is_server(location)) return "/var/lib/ce-central";
  return std::filesystem::path{location}.parent_path();
}

Result<void> Store::write(Work const& work, storage::Isolation isolation, Unanswered unanswered) {
  if (!connections_->settings.rehearse) return connections_->backend->write(work, isolation, unanswered);
  return connections_->backend->write(
      [&](storage::Database& database) -> Result<void> {
        {
          CE_TRY(auto const taken_back, database.savepoint());
          (void)work(database);
        }
        return work(database);
      },
      isolation, unanswered);
}

Result<bool> Store::tidy() {
  if (!on_server()) return false;
  std::int64_t dropped = 0;
  auto const done = write(
      [&](storage::Database& database) -> Result<void> {
        CE_TRY(dropped, drop_old_commit_keys(database));
        return drop_old_pulses(database);
      },
      storage::Isolation::row_locks, Unanswered::repeat);
  if (!done) return done.failure();
  return dropped == commit_keys_at_once;
}

Result<void> Store::read(Work const& work) const {
  return connections_->backend->read(work);
}

Result<void> Store::read_recent(Work const& work) const {
  return connections_->backend->read_recent(work);
}

std::optional<StandbyUse> Store::standby_use() const {
  return connections_->backend->standby_use();
}

bool Store::on_server() const {
  return connections_->on_server;
}

std::string const& Store::verify_url_prefix() const {
  return connections_->settings.verify_url_prefix;
}

Rulebook const& Store::rules() const {
  return connections_->rules;
}

}  // namespace ce::store
