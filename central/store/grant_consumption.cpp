#include "central/store/grant_consumption.h"

#include <algorithm>

#include "shared/base/entry_id.h"
#include "shared/grant/grant.h"

namespace ce::store {
namespace {

using protocol::PrintRequested;

constexpr std::int64_t longest_grant_ms = 86'400'000;  // [grants] minutes

/// A grant that this store does not know, where it was brought back from a backup: given after the backup, it
/// was good for as long as the longest. Not where the kiosk said since that all it had was delivered: what
/// comes later under an older time is none of those.
Result<bool> may_be_forgotten(storage::Database& database, std::string_view kiosk,
                              protocol::KioskEvent const& event, EntryId const& named) {
  auto known = database.prepare("SELECT 1 FROM print_grants WHERE id = $1");
  CE_TRY(bool const anothers, known.bind(1, named.text()).step());
  if (anothers) return false;
  auto row = database.prepare(
      "SELECT e.began_ms, e.grants_from_ms, (SELECT h.delivered_ms FROM kiosk_health h WHERE h.kiosk = $1) "
      "FROM change_epoch e WHERE e.id = 1 AND e.grants_from_ms IS NOT NULL");
  CE_TRY(bool const brought_back, row.bind(1, kiosk).step());
  if (!brought_back) return false;
  auto const ended = std::max(row.integer(1), row.integer(0) + longest_grant_ms) + grant::clock_slack_ms;
  return event.at.ms <= ended && row.optional_integer(2).value_or(0) <= ended;
}

Result<GrantUse> consume_named(storage::Database& database, std::string_view kiosk,
                               protocol::KioskEvent const& event, PrintRequested const& print, Instant now) {
  auto row = database.prepare(
      "SELECT state, withdrawn_why, not_after_ms FROM print_grants WHERE id = $1 AND kiosk = $2 AND "
      "certificate = $3 AND copy = $4");
  row.bind(1, print.grant->text()).bind(2, kiosk).bind(3, print.certificate_number).bind(4, print.copy);
  CE_TRY(bool const there, row.step());
  if (!there) {
    CE_TRY(bool const forgotten, may_be_forgotten(database, kiosk, event, *print.grant));
    return forgotten ? GrantUse{"forgotten", true} : GrantUse{"foreign", false};
  }
  if (row.text(0) == "consumed") return GrantUse{"reused", false};
  bool const taken_back = !row.is_null(1);
  bool const over = row.text(0) == "returned" || event.at.ms > row.integer(2) + grant::clock_slack_ms;
  // An expired one too: the print began in time, by the kiosk's ledger, and its event came late.
  CE_CHECK(
      database
          .prepare("UPDATE print_grants SET state = 'consumed', print_id = $2, ended_ms = $3 WHERE id = $1")
          .bind(1, print.grant->text())
          .bind(2, event.id.text())
          .bind(3, now.ms)
          .run());
  return GrantUse{taken_back ? "withdrawn" : over ? "over" : "granted", !over};
}

}  // namespace

Result<GrantUse> consume_grant(storage::Database& database, std::string_view kiosk,
                               protocol::KioskEvent const& event, PrintRequested const& print, Instant now) {
  if (print.grant) return consume_named(database, kiosk, event, print, now);
  auto update = database.prepare(
      "UPDATE print_grants SET state = 'consumed', print_id = $4, ended_ms = $5 "
      "WHERE certificate = $1 AND copy = $2 AND kiosk = $3 AND state = 'live' RETURNING id");
  update.bind(1, print.certificate_number).bind(2, print.copy).bind(3, kiosk);
  update.bind(4, event.id.text()).bind(5, now.ms);
  CE_TRY(bool const held, update.step());
  // To its end: a statement that stands open would hold the transaction.
  if (held) CE_CHECK(update.step());
  return GrantUse{"without", held};
}

Result<void> note_ungranted(storage::Database& database, std::string_view kiosk, Instant now) {
  return database.prepare("UPDATE kiosks SET ungranted_ms = $2 WHERE id = $1")
      .bind(1, kiosk)
      .bind(2, now.ms)
      .run();
}

}  // namespace ce::store
