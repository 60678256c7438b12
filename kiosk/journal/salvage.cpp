#include "kiosk/journal/salvage.h"

#include <optional>
#include <string>

#include "kiosk/journal/audit.h"
#include "shared/base/entry_id.h"
#include "shared/protocol/json.h"

namespace ce::journal {
namespace {

using storage::Statement;

/// Rows up to the first that cannot be read.
template <class Take>
Result<void> each_readable(storage::Database& damaged, std::string_view sql, Take take) {
  auto rows = damaged.prepare(sql);
  while (true) {
    auto const row = rows.step();
    if (!row || !*row) return {};
    CE_CHECK(take(rows));
  }
}

Result<void> take_certificate(storage::Database& database, Statement const& row) {
  auto insert = database.prepare(
      "INSERT INTO certificate (number, year, authority, issue_date) VALUES ($1, $2, $3, $4) ON CONFLICT DO "
      "NOTHING");
  insert.bind(1, row.text(0)).bind(2, row.integer(1)).bind(3, row.text(2)).bind(4, row.optional_text(3));
  return insert.run();
}

Result<bool> take_print(storage::Database& database, Statement const& row, Instant at) {
  if (!EntryId::parse(row.text(0))) return false;
  auto insert = database.prepare(
      "INSERT INTO print (id, certificate_number, copy, blank_number, state, job, cause, requested_at, "
      "changed_at, grant_id) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE EXISTS (SELECT 1 FROM "
      "certificate WHERE number = $2) ON CONFLICT DO NOTHING");
  insert.bind(1, row.text(0)).bind(2, row.text(1)).bind(3, row.integer(2)).bind(4, row.text(3));
  insert.bind(5, row.text(4)).bind(6, row.optional_integer(5)).bind(7, row.optional_text(6));
  insert.bind(8, row.integer(7)).bind(9, row.integer(8)).bind(10, row.optional_text(9));
  CE_CHECK(insert.run());
  if (database.changes() == 0) return false;
  auto blank = database.prepare(
      "INSERT INTO blank (number, print, state, reason, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO "
      "NOTHING");
  blank.bind(1, row.text(3)).bind(2, row.text(0)).bind(3, row.text(4) == "failed" ? "void" : "used");
  CE_CHECK(blank.bind(4, row.optional_text(6)).bind(5, row.integer(7)).run());
  CE_CHECK(append_audit(database, at, row.text(0), row.text(4) + " salvaged"));
  return true;
}

Result<bool> take_event(storage::Database& database, Statement const& row) {
  if (!EntryId::parse(row.text(0)) || !protocol::read_event(row.text(1))) return false;
  auto insert = database.prepare("INSERT INTO outbox (id, body) VALUES ($1, $2) ON CONFLICT DO NOTHING");
  CE_CHECK(insert.bind(1, row.text(0)).bind(2, row.text(1)).run());
  return database.changes() > 0;
}

/// Adds to `sum` what was taken.
Result<void> count(Result<bool> const& taken, std::int64_t& sum) {
  if (!taken) return taken.failure();
  sum += *taken ? 1 : 0;
  return {};
}

}  // namespace

Result<Salvaged> salvage(storage::Database& database, std::filesystem::path const& damaged, Instant at) {
  Salvaged sum;
  auto opened = storage::Database::open_reader(damaged);
  if (!opened) return sum;
  CE_CHECK(each_readable(*opened, "SELECT number, year, authority, issue_date FROM certificate NOT INDEXED",
                         [&](Statement const& row) { return take_certificate(database, row); }));
  CE_CHECK(
      each_readable(*opened,
                    "SELECT id, certificate_number, copy, blank_number, state, job, cause, requested_at, "
                    "changed_at, grant_id FROM print NOT INDEXED ORDER BY seq",
                    [&](Statement const& row) { return count(take_print(database, row, at), sum.prints); }));
  CE_CHECK(each_readable(*opened,
                         "SELECT id, body FROM outbox NOT INDEXED WHERE state = 'pending' ORDER BY seq",
                         [&](Statement const& row) { return count(take_event(database, row), sum.events); }));
  return sum;
}

}  // namespace ce::journal
