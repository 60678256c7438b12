#include "central/store/person_facts.h"

#include <array>

namespace ce::store {

Result<PersonFacts> person_facts(storage::Database& database, std::int64_t professional) {
  auto row = database.prepare(
      "SELECT p.name, p.id_number, p.region, COALESCE(e.name, '') FROM professionals p "
      "LEFT JOIN employers e ON e.id = p.employer WHERE p.id = $1");
  CE_TRY(bool const there, row.bind(1, professional).step());
  if (!there) return Failure{FailureCode::person_unknown, {}};
  return PersonFacts{professional, SecretText{row.text(0)}, SecretText{row.text(1)}, row.text(2),
                     row.text(3)};
}

Result<std::string> unit_name(storage::Database& database, UnitKind kind, std::int64_t id) {
  constexpr auto queries = std::to_array<std::string_view>(
      {"SELECT name FROM employers WHERE id = $1", "SELECT name FROM institutions WHERE id = $1",
       "SELECT name FROM talent_agencies WHERE id = $1"});
  auto row = database.prepare(queries.at(static_cast<std::size_t>(kind)));
  CE_TRY(bool const there, row.bind(1, id).step());
  return there ? row.text(0) : std::string{};
}

Result<std::vector<std::int64_t>> units_named(storage::Database& database, UnitKind kind,
                                              std::string_view name, RegionScope const& scope) {
  constexpr auto queries =
      std::to_array<std::string_view>({"SELECT id FROM employers WHERE name = $1 AND region BETWEEN $2 AND "
                                       "$3 AND closed_ms IS NULL ORDER BY id LIMIT 3",
                                       "SELECT id FROM institutions WHERE name = $1 AND region BETWEEN $2 "
                                       "AND $3 AND closed_ms IS NULL ORDER BY id LIMIT 3",
                                       "SELECT id FROM talent_agencies WHERE name = $1 AND region BETWEEN $2 "
                                       "AND $3 AND closed_ms IS NULL ORDER BY id LIMIT 3"});
  auto rows = database.prepare(queries.at(static_cast<std::size_t>(kind)));
  rows.bind(1, name).bind(2, scope.code).bind(3, scope.last());
  std::vector<std::int64_t> ids;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

}  // namespace ce::store
