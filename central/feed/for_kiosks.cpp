#include "central/feed/things.h"
#include "central/fleet/kiosk_settings.h"

namespace ce::feed {

Result<What> config_now(storage::Database& database, changes::Thing const& thing) {
  CE_TRY(auto const settings, fleet::settings_of(database, thing.id));
  if (!settings) return What{protocol::Removed{}};
  return What{*settings};
}

Result<What> person_now(storage::Database& database, changes::Thing const& thing) {
  // What is kept under a number that was wrong is somebody else's: it goes as if they had asked for it.
  auto row = database.prepare(
      "SELECT 1 FROM forgotten_people WHERE professional = CAST($1 AS BIGINT) "
      "UNION ALL SELECT 1 FROM former_id_numbers WHERE professional = CAST($1 AS BIGINT) LIMIT 1");
  CE_TRY(bool const there, row.bind(1, thing.id).step());
  if (!there) return What{protocol::Removed{}};
  return What{protocol::ForgottenChange{}};
}

}  // namespace ce::feed
