#include "central/store/people.h"
#include "central/store/records.h"
#include "shared/credit/roles.h"

namespace ce::store {

Result<ReviewRoute> review_route_of(storage::Database& database, std::int64_t professional) {
  auto row = database.prepare(
      "SELECT p.region, p.employer, COALESCE(e.provincial, 0), h.agency, a.region FROM professionals p "
      "LEFT JOIN employers e ON e.id = p.employer LEFT JOIN hosted_files h ON h.professional = p.id "
      "LEFT JOIN talent_agencies a ON a.id = h.agency WHERE p.id = $1");
  CE_TRY(bool const there, row.bind(1, professional).step());
  if (!there) return Failure{FailureCode::person_unknown, {}};
  ReviewRoute way{credit::Route::employed, row.text(0), row.optional_integer(1), row.optional_integer(3)};
  if (way.agency) {
    way.route = credit::Route::hosted;
    way.region = row.text(4);
  } else if (row.integer(2) != 0) {
    way.route = credit::Route::provincial_unit;
    way.region = "440000";
  }
  return way;
}

Result<std::vector<Belonging>> belongings_of(storage::Database& database,
                                             std::span<std::int64_t const> professionals) {
  auto rows = database.prepare(
      "SELECT p.id, p.name, p.region, COALESCE(e.provincial, 0), a.region FROM professionals p "
      "LEFT JOIN employers e ON e.id = p.employer LEFT JOIN hosted_files h ON h.professional = p.id "
      "LEFT JOIN talent_agencies a ON a.id = h.agency WHERE p.id IN (" +
      storage::parameters(1, storage::padded(professionals.size())) + ") ORDER BY p.id");
  storage::bind_ids(rows, 1, professionals);
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
