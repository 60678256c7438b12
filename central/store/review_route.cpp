#include "central/store/records.h"

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

}  // namespace ce::store
