#include "kiosk/journal/ledger.h"

#include "kiosk/journal/audit.h"
#include "kiosk/journal/rows.h"

namespace ce::journal {
namespace {

Result<void> insert_certificate(storage::Database& database, CertificateFacts const& facts) {
  auto insert = database.prepare(
      "INSERT INTO certificate (number, year, authority, issue_date) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (number) DO NOTHING");
  insert.bind(1, facts.number).bind(2, std::int64_t{facts.year});
  insert.bind(3, facts.authority);
  std::optional<std::string> issued;
  if (facts.issue_date) issued = facts.issue_date->iso();
  insert.bind(4, issued);
  return insert.run();
}

Result<void> insert_print_row(storage::Database& database, PrintEntry const& entry) {
  auto insert = database.prepare(
      "INSERT INTO print (id, certificate_number, copy, blank_number, state, requested_at, changed_at, "
      "grant_id)"
      " VALUES ($1, $2, $3, $4, 'requested', $5, $5, $6)");
  insert.bind(1, entry.id.text()).bind(2, entry.certificate.number);
  insert.bind(3, std::int64_t{entry.copy}).bind(4, entry.blank_number);
  insert.bind(6, entry.grant ? std::optional{entry.grant->text()} : std::nullopt);
  return insert.bind(5, entry.requested_at.ms).run();
}

}  // namespace

Result<void> check_free(storage::Database& database, CertificateFacts const& certificate, int copy) {
  auto select = database.prepare(
      "SELECT state FROM print WHERE certificate_number = $1 AND copy = $2 AND state <> 'failed'");
  select.bind(1, certificate.number).bind(2, std::int64_t{copy});
  CE_TRY(bool const row, select.step());
  if (!row) return {};
  return Failure{FailureCode::certificate_not_printable,
                 "copy " + std::to_string(copy) + " is in the ledger as " + select.text(0)};
}

Result<void> insert_print(storage::Database& database, PrintEntry const& entry) {
  CE_CHECK(insert_certificate(database, entry.certificate));
  CE_CHECK(insert_print_row(database, entry));
  return append_audit(database, entry.requested_at, entry.id.text(),
                      "requested " + entry.certificate.number + " copy " + std::to_string(entry.copy) +
                          " on " + entry.blank_number + (entry.grant ? " by " + entry.grant->text() : ""));
}

Result<void> change(storage::Database& database, PrintEntry const& entry) {
  auto update =
      database.prepare("UPDATE print SET state = $2, job = $3, cause = $4, changed_at = $5 WHERE id = $1");
  update.bind(1, entry.id.text()).bind(2, name_of(entry.state));
  std::optional<std::int64_t> job;
  if (entry.job) job = *entry.job;
  update.bind(3, job);
  std::optional<std::string> cause;
  if (entry.cause) cause = name_of(*entry.cause);
  update.bind(4, cause);
  CE_CHECK(update.bind(5, entry.changed_at.ms).run());
  std::string line{name_of(entry.state)};
  if (entry.state == PrintState::submitted && entry.job) line += " job " + std::to_string(*entry.job);
  if (entry.cause) line += " " + std::string{name_of(*entry.cause)};
  return append_audit(database, entry.changed_at, entry.id.text(), line);
}

Result<PrintEntry> must_find(storage::Database& database, EntryId const& print) {
  CE_TRY(auto entry, read_entry(database, "print.id = $1", print.text()));
  if (!entry) return Failure{FailureCode::input_invalid, "the ledger has no print " + print.text()};
  return std::move(*entry);
}

}  // namespace ce::journal
