#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// The counter becomes a number, so that one statement takes n numbers. A batch is known by the id that its
// caller gave, and what it issued by runs of numbers: each of its transactions takes one unbroken run.
constexpr std::string_view batches = R"(
ALTER TABLE number_counters ADD COLUMN last_sequence BIGINT NOT NULL DEFAULT 0;
UPDATE number_counters SET last_sequence = CAST(SUBSTR(last_number, 9, 6) AS BIGINT);
ALTER TABLE number_counters DROP COLUMN last_number;
ALTER TABLE certificates ADD COLUMN issued_by TEXT NOT NULL DEFAULT '';
ALTER TABLE certificates ADD COLUMN revoked_by TEXT NOT NULL DEFAULT '';
ALTER TABLE certificates ADD COLUMN predecessor TEXT;
ALTER TABLE certificates ADD COLUMN successor TEXT;
CREATE TABLE issue_batches (
  id TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  year BIGINT NOT NULL,
  issue_day TEXT NOT NULL,
  issued BIGINT NOT NULL,
  started_ms BIGINT NOT NULL,
  finished_ms BIGINT
);
CREATE INDEX issue_batches_by_region ON issue_batches (region, started_ms);
CREATE TABLE issue_batch_runs (
  batch TEXT NOT NULL REFERENCES issue_batches (id),
  first_number TEXT NOT NULL,
  last_number TEXT NOT NULL,
  taken_ms BIGINT NOT NULL,
  PRIMARY KEY (batch, first_number)
);
CREATE TABLE seal_images (
  hash TEXT PRIMARY KEY,
  bytes BIGINT NOT NULL,
  png BYTEA NOT NULL,
  stored_ms BIGINT NOT NULL
);
CREATE TABLE issuing_authorities (
  region TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  seal_mode TEXT,
  seal TEXT REFERENCES seal_images (hash),
  changed_by TEXT NOT NULL,
  changed_ms BIGINT NOT NULL
);
CREATE INDEX issue_register_by_kiosk ON issue_register (kiosk, requested_ms, print_id);
CREATE INDEX issue_register_by_blank ON issue_register (blank_number);
)";

}  // namespace

storage::Migration batches_step() {
  return {"batches", batches};
}

}  // namespace ce::store
