#include <algorithm>

#include "kiosk/cache/aside.h"
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
        find_(state.database.prepare("SELECT row, holder, coalesce(length(body), 0) FROM " + table_ +
                                     " WHERE thing = $1")),
        replace_(state.database.prepare("UPDATE " + table_ + " SET body = $2 WHERE row = $1")),
        drop_(state.database.prepare("DELETE FROM " + table_ + " WHERE row = $1")) {}

  Result<void> add(protocol::ChangeSlice const& change) {
    if (!is_kept(change) && !change.removed) return {};
    auto const thing = state_->thing_key(change.kind, change.id);
    if (row_->place.filling) return append(change, thing);
    CE_TRY(auto const former, find(thing));
    if (change.removed) return former ? drop(*former) : Result<void>{};
    auto const holder = state_->holder_key(change.holder);
    if (former && former->holder == holder) return replace(*former, change, thing);
    // Before the word that it replaces goes: its holder may be in the copy by it.
    CE_TRY(bool const admitted, admits(holder));
    if (former) CE_CHECK(drop(*former));
    return admitted ? insert(change, thing, holder) : Result<void>{};
  }

 private:
  /// What is kept of a thing.
  struct Former {
    std::int64_t row;
    std::string holder;
    std::int64_t bytes;
  };

  Result<std::optional<Former>> find(std::string const& thing) {
    CE_TRY(bool const known, find_.bind_blob(1, thing).step());
    if (!known) return std::optional<Former>{};
    Former former{find_.integer(0), find_.blob(1), find_.integer(2)};
    CE_CHECK(find_.step());
    return std::optional{std::move(former)};
  }

  // The word before it is found only when the table is whole, so a removed thing is told too.
  Result<void> append(protocol::ChangeSlice const& change, std::string const& thing) {
    if (change.removed) return insert_.bind_blob(1, thing).bind_null(2).bind_null(3).run();
    auto const holder = state_->holder_key(change.holder);
    CE_TRY(bool const admitted, admits(holder));
    return admitted ? insert(change, thing, holder) : Result<void>{};
  }

  Result<void> insert(protocol::ChangeSlice const& change, std::string const& thing,
                      std::string const& holder) {
    auto const body = state_->sealer.seal(change.text, thing, nonces_);
    row_->place.bytes += static_cast<std::int64_t>(body.size()) + row_bytes;
    return insert_.bind_blob(1, thing).bind_blob(2, holder).bind_blob(3, body).run();
  }

  /// In its place: what a later change costs is the pages of the two indexes, and neither is written.
  Result<void> replace(Former const& former, protocol::ChangeSlice const& change, std::string const& thing) {
    auto const body = state_->sealer.seal(change.text, thing, nonces_);
    row_->place.bytes += static_cast<std::int64_t>(body.size()) - former.bytes;
    return replace_.bind(1, former.row).bind_blob(2, body).run();
  }

  Result<void> drop(Former const& former) {
    row_->place.bytes -= former.bytes + row_bytes;
    return drop_.bind(1, former.row).run();
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
  Nonces nonces_;
  storage::Statement insert_;
  storage::Statement find_;
  storage::Statement replace_;
  storage::Statement drop_;
};

}  // namespace

Result<void> RegionCopy::apply(protocol::SlicedPage const& page, Instant central_now) {
  std::scoped_lock const alone{state_->mutex};
  auto& state = *state_;
  bool const forgets = std::any_of(page.changes.begin(), page.changes.end(), [](auto const& change) {
    return change.kind == "person" && !change.removed;
  });
  if (forgets) CE_CHECK(drop_asides(state.which.file));
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
  CE_CHECK(transaction.commit());
  if (!page.has_more) state.empty_log();
  return {};
}

}  // namespace ce::cache
