#include "kiosk/cache/look_up.h"

#include <vector>

namespace ce::cache {

Result<void> keep_look_up(storage::Database& database, Sealer const& sealer) {
  auto write = database.prepare("INSERT OR REPLACE INTO look_up (only_row, sealed) VALUES (1, $1)");
  return write.bind_blob(1, sealer.sealed_look_up()).run();
}

Result<bool> adopt_look_up(storage::Database& database, Sealer& sealer) {
  std::string sealed;
  {
    auto select = database.prepare("SELECT sealed FROM look_up");
    CE_TRY(bool const row, select.step());
    if (row) sealed = select.blob(0);
  }
  if (!sealed.empty()) return sealer.adopt_look_up(sealed);
  CE_CHECK(keep_look_up(database, sealer));
  return true;
}

Result<bool> reseal_some(storage::Database& database, Sealer const& sealer, SealedColumn const& which,
                         std::int64_t most, std::int64_t& row) {
  struct Fresh {
    std::int64_t row;
    std::string sealed;
  };
  std::vector<Fresh> fresh;
  std::int64_t seen = 0;
  bool at_end = false;
  {
    std::string const table{which.table};
    std::string const column{which.column};
    auto select = database.prepare("SELECT rowid, " + column + ", " + std::string{which.bound_to} + " FROM " +
                                   table + " WHERE rowid > $1 ORDER BY rowid LIMIT $2");
    // What is sealed anew counts, not what is looked at: after a restart the scan soon is where it was.
    auto const looked_at = most * 50;
    select.bind(1, row).bind(2, looked_at);
    for (;;) {
      if (static_cast<std::int64_t>(fresh.size()) == most) {
        at_end = false;
        break;
      }
      CE_TRY(bool const more, select.step());
      if (!more) {
        at_end = seen < looked_at;
        break;
      }
      ++seen;
      row = select.integer(0);
      if (select.is_null(1)) continue;
      auto sealed = sealer.resealed(select.blob(1), select.blob(2) + std::string{which.bound_more});
      if (sealed) fresh.push_back({row, *std::move(sealed)});
    }
  }
  auto update = database.prepare("UPDATE " + std::string{which.table} + " SET " + std::string{which.column} +
                                 " = $2 WHERE rowid = $1");
  for (auto const& one : fresh) CE_CHECK(update.bind(1, one.row).bind_blob(2, one.sealed).run());
  return at_end;
}

}  // namespace ce::cache
