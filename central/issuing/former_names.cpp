#include "central/issuing/former_names.h"

namespace ce::issuing {

Result<std::vector<protocol::FormerName>> former_names(storage::Database& database, std::string_view region) {
  auto rows = database.prepare(
      "SELECT name, until_day FROM former_authority_names WHERE region = $1 ORDER BY until_day, name");
  rows.bind(1, region);
  std::vector<protocol::FormerName> names;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return names;
    CE_TRY(auto const until, Date::parse_iso(rows.text(1)));
    names.push_back({rows.text(0), until});
  }
}

Result<void> note_former_name(storage::Database& database, std::string_view region, std::string_view name,
                              Instant now) {
  return database
      .prepare(
          "INSERT INTO former_authority_names (region, until_day, name) VALUES ($1, $2, $3) "
          "ON CONFLICT (region, until_day, name) DO NOTHING")
      .bind(1, region)
      .bind(2, china_date(now).iso())
      .bind(3, name)
      .run();
}

}  // namespace ce::issuing
