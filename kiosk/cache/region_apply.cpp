#include "kiosk/cache/region_state.h"

namespace ce::cache {
namespace {

/// One that is no person's holds nothing that a visit would ask for.
bool is_kept(protocol::ChangeSlice const& change) {
  return !change.holder.empty();
}

/// Writes the changes of a page behind what was told before.
class Page {
 public:
  Page(RegionCopy::State& state, RegionCopy::State::Row& row, std::string table)
      : state_(&state),
        row_(&row),
        table_(std::move(table)),
        insert_(
            state.database.prepare("INSERT INTO " + table_ + " (thing, holder, body) VALUES ($1, $2, $3)")),
        drop_(state.database.prepare("DELETE FROM " + table_ +
                                     " WHERE thing = $1 RETURNING coalesce(length(body), 0)")) {}

  Result<void> add(protocol::ChangeSlice const& change) {
    if (!is_kept(change) && !change.removed) return {};
    auto const thing = state_->thing_key(change.kind, change.id);
    bool const filling = row_->place.filling;
    std::string const holder = change.removed ? std::string{} : state_->holder_key(change.holder);
    // Before the word that it replaces goes: its holder is in the copy by it.
    bool admitted = true;
    if (!change.removed) {
      CE_TRY(admitted, admits(holder));
    }
    if (!filling) CE_CHECK(drop(thing));
    // While filling a removed thing is told too: the word before it is found only when the table is whole.
    if (!admitted || (change.removed && !filling)) return {};
    insert_.bind_blob(1, thing);
    if (change.removed) {
      insert_.bind_null(2).bind_null(3);
      return insert_.run();
    }
    auto const body = state_->sealer.seal(change.text, thing);
    insert_.bind_blob(2, holder).bind_blob(3, body);
    row_->place.bytes += static_cast<std::int64_t>(body.size()) + row_bytes;
    return insert_.run();
  }

 private:
  Result<void> drop(std::string const& thing) {
    drop_.bind_blob(1, thing);
    for (;;) {
      CE_TRY(bool const gone, drop_.step());
      if (!gone) return {};
      row_->place.bytes -= drop_.integer(0) + row_bytes;
    }
  }

  /// Whether more may be kept of that holder.
  Result<bool> admits(std::string const& holder) {
    auto& place = row_->place;
    if (!place.closed_at) {
      if (place.bytes < state_->limit) return true;
      CE_CHECK(close());
    }
    auto known = state_->database.prepare("SELECT 1 FROM " + table_ + " WHERE holder = $1 LIMIT 1");
    return known.bind_blob(1, holder).step();
  }

  Result<void> close() {
    row_->place.closed_at = state_->limit;
    state_->logger->event(log::Event::region_full, {{"bytes", row_->place.bytes}, {"limit", state_->limit}});
    // Who is in it is asked for from now on; a table that is being filled has no index yet.
    return state_->database.execute("CREATE INDEX IF NOT EXISTS " + table_ + "_holder ON " + table_ +
                                    " (holder)");
  }

  RegionCopy::State* state_;
  RegionCopy::State::Row* row_;
  std::string table_;
  storage::Statement insert_;
  storage::Statement drop_;
};

}  // namespace

Result<void> RegionCopy::apply(protocol::SlicedPage const& page, Instant central_now) {
  std::scoped_lock const alone{state_->mutex};
  auto& state = *state_;
  CE_TRY(auto transaction, state.database.begin());
  CE_TRY(auto row, state.row());
  bool const filling = row.place.filling;
  int const table = filling ? 1 - row.serving : row.serving;
  {
    Page changes{state, row, held_table(table)};
    for (auto const& change : page.changes) CE_CHECK(changes.add(change));
  }
  row.place.cursor = page.cursor;
  if (!page.has_more) {
    row.place.as_of = central_now;
    if (filling) {
      CE_CHECK(state.finish_table(table));
      CE_TRY(row.place.bytes, bytes_of(state.database, table));
      CE_CHECK(state.begin_table(row.serving));  // what it served until now is gone
      row.serving = table;
      row.place.filling = false;
    }
  }
  CE_CHECK(state.write(row));
  return transaction.commit();
}

}  // namespace ce::cache
