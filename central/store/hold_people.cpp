#include "central/store/people.h"

namespace ce::store {
namespace {

Result<void> lock_rows(storage::Database& database, std::string_view column, std::string_view table,
                       std::span<std::int64_t const> professionals) {
  auto const name = std::string{column};
  auto rows = database.prepare("SELECT 1 FROM " + std::string{table} + " WHERE " + name + " IN (" +
                               storage::parameters(1, storage::padded(professionals.size())) + ") ORDER BY " +
                               name + " FOR UPDATE");
  storage::bind_ids(rows, 1, professionals);
  return rows.run_later();
}

}  // namespace

// A new record refers to its person's row, and whatever changes a record that counts writes the standings of
// that person's years: both wait for these locks, or meet a newer row and start again.
Result<void> hold_people(storage::Database& database, std::span<std::int64_t const> professionals) {
  if (database.dialect() == storage::Dialect::sqlite || professionals.empty()) return {};
  CE_CHECK(hold_person_rows(database, professionals));
  return lock_rows(database, "professional", "yearly_standings", professionals);
}

Result<void> hold_person_rows(storage::Database& database, std::span<std::int64_t const> professionals) {
  if (database.dialect() == storage::Dialect::sqlite || professionals.empty()) return {};
  return lock_rows(database, "id", "professionals", professionals);
}

}  // namespace ce::store
