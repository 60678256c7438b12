#include "kiosk/cache/survey.h"

#include "kiosk/cache/region_state.h"

namespace ce::cache {
namespace {

Result<std::int64_t> count_of(storage::Database& database, std::string const& table) {
  auto select = database.prepare("SELECT count(*) FROM " + table);
  CE_CHECK(select.step());
  return select.integer(0);
}

bool is_there(std::filesystem::path const& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

}  // namespace

Result<Survey> survey(std::filesystem::path const& seen, std::filesystem::path const& region) {
  Survey found;
  if (is_there(seen)) {
    CE_TRY(auto database, storage::Database::open_reader(seen));
    CE_TRY(found.people_seen, count_of(database, "person"));
  }
  if (is_there(region)) {
    CE_TRY(auto database, storage::Database::open_reader(region));
    CE_TRY(auto row, place_row(database));
    CE_TRY(found.region_things, count_of(database, held_table(row.serving)));
    found.region = std::move(row.place);
  }
  return found;
}

}  // namespace ce::cache
