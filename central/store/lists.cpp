#include "central/store/store.h"
#include "central/store/words.h"

namespace ce::store {
namespace {

Result<RegisterLine> read_print(storage::Statement const& row) {
  CE_TRY(auto const print, EntryId::parse(row.text(3)));
  std::optional<protocol::PrintOutcome> outcome;
  if (!row.is_null(5)) {
    CE_TRY(outcome, from_protocol_word<protocol::PrintOutcome>(row.text(5)));
  }
  return RegisterLine{row.text(0),
                      SecretText{row.text(1)},
                      static_cast<int>(row.integer(2)),
                      print,
                      static_cast<int>(row.integer(4)),
                      outcome,
                      row.text(6),
                      row.text(7),
                      row.text(8),
                      Instant{row.integer(9)}};
}

}  // namespace

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

Result<std::vector<RegisterLine>> Store::issue_register(RegisterFilter const& filter) const {
  std::vector<RegisterLine> lines;
  auto const done = read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT c.number, c.name, c.year, p.print_id, p.copy, p.outcome, COALESCE(p.cause, ''), p.kiosk, "
        "p.blank_number, p.requested_ms FROM prints p JOIN certificates c ON c.number = p.certificate "
        "WHERE c.region BETWEEN $1 AND $2 AND c.year BETWEEN $3 AND $4 ORDER BY p.requested_ms, p.print_id");
    rows.bind(1, filter.scope.code).bind(2, filter.scope.last());
    rows.bind(3, filter.year.value_or(0)).bind(4, filter.year.value_or(9999));
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      CE_TRY(auto line, read_print(rows));
      lines.push_back(std::move(line));
    }
  });
  if (!done) return done.failure();
  return lines;
}

}  // namespace ce::store
