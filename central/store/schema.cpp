#include "central/store/schema.h"

#include <array>

#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

constexpr std::string_view people = R"(
CREATE TABLE employers (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  provincial BIGINT NOT NULL
);
CREATE TABLE institutions (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  approved_online BIGINT NOT NULL
);
CREATE TABLE professionals (
  id BIGINT PRIMARY KEY,
  id_number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  employer BIGINT REFERENCES employers (id),
  created_ms BIGINT NOT NULL
);
CREATE INDEX professionals_by_region ON professionals (region, id);
CREATE TABLE query_passwords (
  professional BIGINT PRIMARY KEY REFERENCES professionals (id),
  hash TEXT NOT NULL
);
CREATE TABLE query_tries (
  id_hash TEXT PRIMARY KEY,
  tries BIGINT NOT NULL,
  since_ms BIGINT NOT NULL
);
CREATE INDEX query_tries_by_age ON query_tries (since_ms);
)";

constexpr std::string_view learning = R"(
CREATE TABLE learning_records (
  id BIGINT PRIMARY KEY,
  professional BIGINT NOT NULL REFERENCES professionals (id),
  institution BIGINT REFERENCES institutions (id),
  content TEXT NOT NULL,
  subject TEXT NOT NULL,
  activity TEXT NOT NULL,
  review TEXT NOT NULL,
  assessment TEXT NOT NULL,
  mandatory BIGINT NOT NULL,
  in_guide BIGINT NOT NULL,
  within_schooling BIGINT NOT NULL,
  achievement TEXT,
  author_role TEXT,
  units BIGINT,
  half_days BIGINT,
  units_per_day BIGINT,
  minutes BIGINT,
  start_day TEXT,
  end_day TEXT,
  credit_year BIGINT,
  created_ms BIGINT NOT NULL
);
CREATE INDEX learning_records_by_professional ON learning_records (professional, id);
)";

constexpr std::string_view issuing = R"(
CREATE TABLE rule_readings (
  id BIGINT PRIMARY KEY,
  pack TEXT NOT NULL,
  switches TEXT NOT NULL,
  UNIQUE (pack, switches)
);
CREATE TABLE yearly_verdicts (
  id BIGINT PRIMARY KEY,
  professional BIGINT NOT NULL REFERENCES professionals (id),
  year BIGINT NOT NULL,
  reading BIGINT NOT NULL REFERENCES rule_readings (id),
  guide_units BIGINT,
  public_units BIGINT NOT NULL,
  professional_units BIGINT NOT NULL,
  mandatory_units BIGINT NOT NULL,
  elective_units BIGINT NOT NULL,
  total_units BIGINT NOT NULL,
  achievement_units BIGINT NOT NULL,
  record_ids TEXT NOT NULL,
  judged_ms BIGINT NOT NULL
);
CREATE INDEX yearly_verdicts_by_professional ON yearly_verdicts (professional, year);
CREATE TABLE number_counters (
  region TEXT NOT NULL,
  year BIGINT NOT NULL,
  last_number TEXT NOT NULL,
  PRIMARY KEY (region, year)
);
CREATE TABLE certificates (
  number TEXT PRIMARY KEY,
  professional BIGINT NOT NULL REFERENCES professionals (id),
  year BIGINT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  authority TEXT NOT NULL,
  issue_day TEXT NOT NULL,
  seal_mode TEXT NOT NULL,
  verdict BIGINT NOT NULL REFERENCES yearly_verdicts (id),
  issued_ms BIGINT NOT NULL,
  revoked_ms BIGINT,
  revoked_reason TEXT
) /* clustered */;
CREATE UNIQUE INDEX certificates_in_force ON certificates (professional, year) WHERE revoked_ms IS NULL;
CREATE INDEX certificates_by_professional ON certificates (professional, year);
CREATE INDEX certificates_by_region ON certificates (region, year);
)";

// A print is one row, keyed by the kiosk's own entry id; what became of it is appended beside it, because
// outcomes may arrive late, twice or before the print itself.
constexpr std::string_view printing = R"(
CREATE TABLE kiosks (
  id TEXT PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  key_hash TEXT NOT NULL UNIQUE,
  enrolled_ms BIGINT NOT NULL
);
CREATE TABLE kiosk_health (
  kiosk TEXT PRIMARY KEY REFERENCES kiosks (id),
  program_version TEXT NOT NULL,
  uptime_seconds BIGINT NOT NULL,
  reader_ok BIGINT NOT NULL,
  printer_ok BIGINT NOT NULL,
  printer_problem TEXT NOT NULL,
  outbox_pending BIGINT NOT NULL,
  prints_unresolved BIGINT NOT NULL,
  received_ms BIGINT NOT NULL
);
CREATE TABLE kiosk_events (
  entry_id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  body_hash TEXT NOT NULL,
  acceptance TEXT NOT NULL,
  problem TEXT NOT NULL,
  received_ms BIGINT NOT NULL
);
CREATE TABLE issue_register (
  print_id TEXT PRIMARY KEY,
  certificate TEXT NOT NULL REFERENCES certificates (number),
  copy BIGINT NOT NULL,
  blank_number TEXT NOT NULL,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  requested_ms BIGINT NOT NULL,
  received_ms BIGINT NOT NULL
);
CREATE INDEX issue_register_by_certificate ON issue_register (certificate);
CREATE INDEX issue_register_by_time ON issue_register (requested_ms, print_id);
CREATE TABLE print_outcomes (
  entry_id TEXT PRIMARY KEY,
  print_id TEXT NOT NULL,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  outcome TEXT NOT NULL,
  cause TEXT NOT NULL,
  settled_ms BIGINT NOT NULL,
  received_ms BIGINT NOT NULL
);
CREATE INDEX print_outcomes_by_print ON print_outcomes (print_id, settled_ms);
CREATE VIEW prints AS
SELECT r.print_id, r.certificate, r.copy, r.blank_number, r.kiosk, r.requested_ms, o.outcome, o.cause
FROM issue_register r
LEFT JOIN print_outcomes o ON o.print_id = r.print_id AND o.kiosk = r.kiosk AND NOT EXISTS (
  SELECT 1 FROM print_outcomes later
  WHERE later.print_id = o.print_id AND later.kiosk = o.kiosk
    AND (later.settled_ms > o.settled_ms
         OR (later.settled_ms = o.settled_ms AND later.entry_id > o.entry_id)));
)";

}  // namespace

std::span<storage::Migration const> schema() {
  static auto const steps = std::to_array<storage::Migration>({{"people", people},   {"learning", learning},
                                                               {"issuing", issuing}, {"printing", printing},
                                                               registration_step(),  accounts_step(),
                                                               audit_step(),         evidence_step(),
                                                               standings_step(),     imports_step(),
                                                               grants_step(),        changes_step(),
                                                               batches_step(),       lean_step(),
                                                               tokens_step(),        jobs_step(),
                                                               months_step(),        paper_step(),
                                                               roster_step(),        ledgers_step(),
                                                               names_step(),         offline_step(),
                                                               kept_step(),          one_row_step(),
                                                               numbers_step(),       ages_step(),
                                                               visit_codes_step(),   notes_step(),
                                                               seals_step(),         withdrawn_step(),
                                                               rejudging_step(),     fewer_checks_step(),
                                                               together_step(),      enrolment_step(),
                                                               commit_keys_step(),   remote_settings_step(),
                                                               alarms_step(),        restored_step(),
                                                               approvals_step(),     register_jobs_step(),
                                                               bounds_step(),        industries_step(),
                                                               only_added_step(),    issuers_step(),
                                                               lost_step(),          register_counts_step(),
                                                               kiosk_logs_step(),    departed_step(),
                                                               lost_blanks_step(),   waiting_step(),
                                                               vacuum_step(),        closed_years_step(),
                                                               supplies_step(),      revoked_kiosks_step(),
                                                               ungranted_step()});
  return steps;
}

}  // namespace ce::store
