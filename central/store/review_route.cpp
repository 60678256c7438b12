#include <algorithm>

#include "central/store/people.h"
#include "central/store/records.h"
#include "shared/credit/roles.h"

namespace ce::store {
namespace {

ReviewRoute read_route(storage::Statement const& row) {
  ReviewRoute way{credit::Route::employed, row.text(0), row.optional_integer(1), row.optional_integer(3),
                  row.text(6)};
  if (way.agency) {
    way.route = credit::Route::hosted;
    way.region = row.text(4);
  } else if (row.integer(2) != 0) {
    way.route = credit::Route::provincial_unit;
    way.region = "440000";
  }
  return way;
}

Result<void> read_routes(storage::Database& database, std::span<std::int64_t const> professionals,
                         std::map<std::int64_t, ReviewRoute>& ways) {
  auto rows = database.prepare(
      "SELECT p.region, p.employer, COALESCE(e.provincial, 0), h.agency, a.region, p.id, "
      "COALESCE(NULLIF(p.industry, ''), e.industry, '') FROM professionals p "
      "LEFT JOIN employers e ON e.id = p.employer LEFT JOIN hosted_files h ON h.professional = p.id "
      "LEFT JOIN talent_agencies a ON a.id = h.agency WHERE p.id IN (" +
      storage::parameters(1, storage::padded(professionals.size())) + ")");
  storage::bind_ids(rows, 1, professionals);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    ways.emplace(rows.integer(5), read_route(rows));
  }
}

// What is not recognised yet goes to whoever is to recognise it; in a closed year nobody is any more.
Result<void> follow_industry(storage::Database& database, std::string_view whose, std::int64_t id) {
  std::string sql =
      "UPDATE learning_records SET industry = COALESCE(NULLIF((SELECT p.industry FROM professionals p WHERE "
      "p.id = learning_records.professional), ''), (SELECT e.industry FROM employers e WHERE e.id = "
      "learning_records.employer), '') WHERE review IN ('pending_employer', 'pending_agency', "
      "'pending_industry', 'returned') AND NOT EXISTS (SELECT 1 FROM closed_records c WHERE c.id = "
      "learning_records.id) AND ";
  return database.prepare(sql.append(whose).append(" = $1")).bind(1, id).run();
}

}  // namespace

Result<std::map<std::int64_t, ReviewRoute>> review_routes_of(storage::Database& database,
                                                             std::span<std::int64_t const> professionals) {
  std::map<std::int64_t, ReviewRoute> ways;
  for (std::size_t from = 0; from < professionals.size(); from += storage::most_ids) {
    CE_CHECK(read_routes(
        database, professionals.subspan(from, std::min(storage::most_ids, professionals.size() - from)),
        ways));
  }
  return ways;
}

Result<void> follow_person_industry(storage::Database& database, std::int64_t professional) {
  return follow_industry(database, "professional", professional);
}

Result<void> follow_employer_industry(storage::Database& database, std::int64_t employer) {
  return follow_industry(database, "employer", employer);
}

Result<ReviewRoute> review_route_of(storage::Database& database, std::int64_t professional) {
  CE_TRY(auto ways, review_routes_of(database, {&professional, 1}));
  if (ways.empty()) return Failure{FailureCode::person_unknown, {}};
  return std::move(ways.begin()->second);
}

storage::Statement ask_belongings(storage::Database& database, std::span<std::int64_t const> professionals) {
  auto rows = database.prepare(
      "SELECT p.id, p.name, p.region, COALESCE(e.provincial, 0), a.region FROM professionals p "
      "LEFT JOIN employers e ON e.id = p.employer LEFT JOIN hosted_files h ON h.professional = p.id "
      "LEFT JOIN talent_agencies a ON a.id = h.agency WHERE p.id IN (" +
      storage::parameters(1, storage::padded(professionals.size())) + ") ORDER BY p.id");
  storage::bind_ids(rows, 1, professionals);
  rows.ask();
  return rows;
}

Result<std::vector<Belonging>> belongings_of(storage::Database& database,
                                             std::span<std::int64_t const> professionals) {
  return read_belongings(ask_belongings(database, professionals));
}

Result<std::vector<Belonging>> read_belongings(storage::Statement rows) {
  std::vector<Belonging> all;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    auto const region = rows.text(2);
    auto const hosting = rows.optional_text(4);
    all.push_back({rows.integer(0), rows.text(1), region,
                   credit::issuing_region(rows.integer(3) != 0 ? "440000" : region, hosting)});
  }
}

}  // namespace ce::store
