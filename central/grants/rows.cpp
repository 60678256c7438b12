#include "central/grants/rows.h"

#include "central/store/words.h"

namespace ce::grants {
namespace {

using protocol::GrantState;

Result<std::optional<StoredGrant>> read_one(storage::Statement& row) {
  CE_TRY(bool const there, row.step());
  if (!there) return std::optional<StoredGrant>{};
  CE_TRY(auto const id, EntryId::parse(row.text(0)));
  CE_TRY(auto const state, store::from_protocol_word<GrantState>(row.text(8)));
  return std::optional{StoredGrant{{.id = id,
                                    .certificate = row.text(1),
                                    .copy = static_cast<int>(row.integer(2)),
                                    .kiosk = row.text(3),
                                    .not_before = {row.integer(4)},
                                    .not_after = {row.integer(5)},
                                    .key_id = row.text(6),
                                    .signature = row.text(7)},
                                   state}};
}

}  // namespace

Result<std::optional<StoredGrant>> grant_of_request(storage::Database& database, std::string_view kiosk,
                                                    EntryId const& request) {
  auto row = database.prepare(
      "SELECT id, certificate, copy, kiosk, not_before_ms, not_after_ms, key_id, signature, state "
      "FROM print_grants WHERE kiosk = $1 AND request = $2");
  return read_one(row.bind(1, kiosk).bind(2, request.text()));
}

Result<std::optional<StoredGrant>> grant_by_id(storage::Database& database, EntryId const& id) {
  auto row = database.prepare(
      "SELECT id, certificate, copy, kiosk, not_before_ms, not_after_ms, key_id, signature, state "
      "FROM print_grants WHERE id = $1");
  return read_one(row.bind(1, id.text()));
}

Result<std::vector<StoredGrant>> holding_grants(storage::Database& database, std::string_view certificate,
                                                int copy) {
  std::vector<StoredGrant> found;
  // A question for each state: an index for each.
  for (auto const* const state : {"live", "withdrawn"}) {
    auto rows = database.prepare(
        std::string{
            "SELECT id, certificate, copy, kiosk, not_before_ms, not_after_ms, key_id, signature, state "
            "FROM print_grants WHERE certificate = $1 AND copy = $2 AND state = '"} +
        state + "' ORDER BY id");
    rows.bind(1, certificate).bind(2, copy);
    for (;;) {
      CE_TRY(auto const one, read_one(rows));
      if (!one) break;
      found.push_back(*one);
    }
  }
  return found;
}

Result<void> insert_grant(storage::Database& database, grant::Grant const& grant, EntryId const& request) {
  auto insert = database.prepare(
      "INSERT INTO print_grants (id, certificate, copy, kiosk, request, not_before_ms, not_after_ms, key_id, "
      "signature, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'live')");
  insert.bind(1, grant.id.text()).bind(2, grant.certificate).bind(3, grant.copy).bind(4, grant.kiosk);
  insert.bind(5, request.text()).bind(6, grant.not_before.ms).bind(7, grant.not_after.ms);
  return insert.bind(8, grant.key_id).bind(9, grant.signature).run();
}

Result<void> end_grant(storage::Database& database, EntryId const& id, GrantState state, Instant now) {
  return database
      .prepare(
          "UPDATE print_grants SET state = $2, ended_ms = $3 WHERE id = $1 AND state IN ('live', "
          "'withdrawn')")
      .bind(1, id.text())
      .bind(2, protocol::word_of(state))
      .bind(3, now.ms)
      .run();
}

Result<void> note_grant(storage::Database& database, std::string_view kiosk, std::string_view certificate,
                        audit::Action action, int copy, Instant now) {
  auto row = database.prepare("SELECT region FROM kiosks WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  audit::Author const author{"kiosk:" + std::string{kiosk}, "kiosk", there ? row.text(0) : "440000"};
  return audit::append(database, author, action, {"certificate", std::string{certificate}},
                       audit::detail({{"copy", copy}}), now);
}

}  // namespace ce::grants
