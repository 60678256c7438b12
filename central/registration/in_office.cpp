#include "central/registration/in_office.h"

namespace ce::registration {

Result<bool> in_office(storage::Database& database, Actor const& actor) {
  auto row = database.prepare("SELECT disabled, region, unit FROM accounts WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, actor.account).step());
  if (!there) return true;
  return row.integer(0) == 0 && row.text(1) == actor.region &&
         (!actor.unit || row.optional_integer(2) == actor.unit);
}

}  // namespace ce::registration
