#include "kiosk/cache/region_state.h"

namespace ce::cache {
namespace {

constexpr std::size_t key_bytes = 16;

}  // namespace

std::string held_table(int number) {
  return "held_" + std::to_string(number);
}

std::string RegionCopy::State::thing_key(std::string_view kind, std::string_view id) const {
  return sealer.look_up_key(kind, id).substr(0, key_bytes);
}

std::string RegionCopy::State::holder_key(std::string_view holder) const {
  return sealer.look_up_key("holder", holder).substr(0, key_bytes);
}

Result<std::int64_t> bytes_of(storage::Database& database, int number) {
  auto sum = database.prepare("SELECT coalesce(sum(length(body) + $1), 0) FROM " + held_table(number));
  CE_CHECK(sum.bind(1, row_bytes).step());
  return sum.integer(0);
}

Result<RegionCopy::State::Row> place_row(storage::Database& database) {
  auto select =
      database.prepare("SELECT kinds, cursor, as_of, serving, filling, bytes, closed_at FROM place");
  CE_TRY(bool const there, select.step());
  if (!there) return Failure{FailureCode::storage_fault, "region: no place is kept"};
  RegionCopy::State::Row row;
  row.place.kinds = select.text(0);
  row.place.cursor = select.text(1);
  row.place.filling = select.integer(4) != 0;
  row.place.closed_at = select.optional_integer(6);
  row.serving = static_cast<int>(select.integer(3));
  if (auto const as_of = select.optional_integer(2)) row.place.as_of = Instant{*as_of};
  auto const counted = select.optional_integer(5);
  if (counted) {
    row.place.bytes = *counted;
  } else {
    CE_TRY(row.place.bytes, bytes_of(database, row.place.filling ? 1 - row.serving : row.serving));
  }
  return row;
}

Result<void> RegionCopy::State::write(Row const& row) {
  auto update = database.prepare(
      "UPDATE place SET kinds = $1, cursor = $2, as_of = $3, serving = $4, filling = $5, bytes = $6, "
      "closed_at = $7");
  update.bind(1, row.place.kinds).bind(2, row.place.cursor);
  update.bind(3, row.place.as_of ? std::optional{row.place.as_of->ms} : std::nullopt);
  update.bind(4, std::int64_t{row.serving}).bind(5, std::int64_t{row.place.filling ? 1 : 0});
  return update.bind(6, row.place.bytes).bind(7, row.place.closed_at).run();
}

Result<void> RegionCopy::State::begin_table(int number) {
  auto const table = held_table(number);
  resealed.at(static_cast<std::size_t>(number)) = 0;
  return database.execute("DROP TABLE IF EXISTS " + table + "; CREATE TABLE " + table +
                          " (row INTEGER PRIMARY KEY, thing BLOB NOT NULL, holder BLOB, body BLOB) STRICT");
}

Result<void> RegionCopy::State::finish_table(int number) {
  auto const table = held_table(number);
  // By index order: looking each thing up by itself takes as long as filling the table did.
  return database.execute("CREATE INDEX " + table + "_thing ON " + table + " (thing); DELETE FROM " + table +
                          " WHERE row IN (SELECT row FROM (SELECT row, thing, lead(thing) OVER "
                          "(ORDER BY thing, row) AS next FROM " +
                          table + ") WHERE thing = next); DELETE FROM " + table +
                          " WHERE body IS NULL; CREATE INDEX IF NOT EXISTS " + table + "_holder ON " + table +
                          " (holder)");
}

Result<void> RegionCopy::State::drop_all() {
  Row const none;
  CE_CHECK(begin_table(1));
  CE_CHECK(begin_table(0));
  CE_CHECK(finish_table(0));
  return write(none);
}

Result<void> RegionCopy::State::settle_key() {
  CE_TRY(auto transaction, database.begin());
  CE_TRY(bool const ours, adopt_look_up(database, sealer));
  if (!ours) {
    logger->event(log::Event::failure,
                  {{"where", "region"}, {"why", "sealed with another key; it is fetched from the start"}});
    CE_CHECK(drop_all());
    CE_CHECK(keep_look_up(database, sealer));
  }
  return transaction.commit();
}

Result<void> RegionCopy::State::take_keys() {
  CE_TRY(auto now, read_keys(key_file));
  if (now == keys) return {};
  keys = std::move(now);
  sealer = Sealer{keys};
  resealed = {};
  return settle_key();
}

}  // namespace ce::cache
