#include "central/store/store.h"

namespace ce::store {

Result<std::vector<PersonLine>> Store::people(RegionScope const& scope, int limit) const {
  std::vector<PersonLine> lines;
  auto const done = read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT p.name, p.id_number, p.region, COALESCE(e.name, ''), "
        "(SELECT count(*) FROM certificates c WHERE c.professional = p.id AND c.revoked_ms IS NULL) "
        "FROM professionals p LEFT JOIN employers e ON e.id = p.employer "
        "WHERE p.region BETWEEN $1 AND $2 ORDER BY p.region, p.id LIMIT $3");
    rows.bind(1, scope.code).bind(2, scope.last()).bind(3, limit);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      lines.push_back({SecretText{rows.text(0)}, SecretText{rows.text(1)}, rows.text(2), rows.text(3),
                       static_cast<int>(rows.integer(4))});
    }
  });
  if (!done) return done.failure();
  return lines;
}

}  // namespace ce::store
