#include "central/store/connect.h"

#include "central/postgres/postgres.h"
#include "central/store/file_schema.h"
#include "central/store/ids.h"
#include "central/store/schema.h"

namespace ce::store {
namespace {

constexpr std::chrono::milliseconds no_end{0};

}  // namespace

Result<storage::Database> connect(std::string const& location) {
  if (!postgres::is_location(location)) {
    return storage::Database::open(location, storage::Durability::full, file_schema());
  }
  CE_TRY(auto database, postgres::connect(location, {.statement_timeout = no_end, .lock_timeout = no_end}));
  CE_CHECK(postgres::migrate(database, location, schema(), catch_up_ids));
  return database;
}

Result<storage::Database> connect_reader(std::string const& location) {
  if (!postgres::is_location(location)) return storage::Database::open_reader(location);
  return postgres::connect(location, {.reader = true, .statement_timeout = no_end, .lock_timeout = no_end});
}

}  // namespace ce::store
