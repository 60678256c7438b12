#include "kiosk/cache/opened.h"

namespace ce::cache {

Result<OpenedCopy> open_copy(std::filesystem::path const& file,
                             std::span<storage::Migration const> migrations, std::string_view store,
                             log::Logger const& logger) {
  std::optional<std::filesystem::path> put_aside;
  auto database = storage::Database::open(file, storage::Durability::normal, migrations);
  if (!database && database.failure().code == FailureCode::storage_corrupt) {
    std::string const why = database.failure().detail;
    CE_TRY(put_aside, storage::set_aside(file));
    logger.event(log::Event::database_set_aside,
                 {{"store", store}, {"kept_as", put_aside->string()}, {"why", why}});
    database = storage::Database::open(file, storage::Durability::normal, migrations);
  }
  if (!database) return database.failure();
  return OpenedCopy{std::move(database).value(), std::move(put_aside)};
}

}  // namespace ce::cache
