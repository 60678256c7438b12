#include "kiosk/cache/region_state.h"

namespace ce::cache {
namespace {

/// One that is no person's holds nothing that a visit would ask for.
bool is_kept(protocol::ChangeSlice const& change) {
  return !change.holder.empty();
}

/// Adds the page's changes behind what was told before; while filling, a removed thing too, because the word
/// before it is found only when the table is whole.
Result<void> add(RegionCopy::State& state, std::string const& table, protocol::SlicedPage const& page,
                 bool filling) {
  auto insert = state.database.prepare("INSERT INTO " + table + " (thing, holder, body) VALUES ($1, $2, $3)");
  auto drop = state.database.prepare("DELETE FROM " + table + " WHERE thing = $1");
  for (auto const& change : page.changes) {
    if (!is_kept(change) && !change.removed) continue;
    auto const thing = state.thing_key(change.kind, change.id);
    if (!filling) CE_CHECK(drop.bind_blob(1, thing).run());
    if (change.removed && !filling) continue;
    insert.bind_blob(1, thing);
    if (change.removed) {
      insert.bind_null(2).bind_null(3);
    } else {
      insert.bind_blob(2, state.holder_key(change.holder));
      insert.bind_blob(3, state.sealer.seal(change.text, thing));
    }
    CE_CHECK(insert.run());
  }
  return {};
}

}  // namespace

Result<void> RegionCopy::apply(protocol::SlicedPage const& page, Instant central_now) {
  std::scoped_lock const alone{state_->mutex};
  auto& state = *state_;
  CE_TRY(auto transaction, state.database.begin());
  CE_TRY(auto row, state.row());
  bool const filling = row.place.filling;
  int const table = filling ? 1 - row.serving : row.serving;
  CE_CHECK(add(state, held_table(table), page, filling));
  row.place.cursor = page.cursor;
  if (!page.has_more) {
    row.place.as_of = central_now;
    if (filling) {
      CE_CHECK(state.finish_table(table));
      CE_CHECK(state.begin_table(row.serving));  // what it served until now is gone
      row.serving = table;
      row.place.filling = false;
    }
  }
  CE_CHECK(state.write(row));
  return transaction.commit();
}

}  // namespace ce::cache
