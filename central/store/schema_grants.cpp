#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// At most one live grant per certificate and copy, whatever any program believes. Of the signing keys only
// what verifies is here; the other half is a file of central's machines.
constexpr std::string_view grants = R"(
CREATE TABLE grant_keys (
  id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  retired_ms BIGINT,
  withdrawn_ms BIGINT
);
CREATE TABLE print_grants (
  id TEXT PRIMARY KEY,
  certificate TEXT NOT NULL REFERENCES certificates (number),
  copy BIGINT NOT NULL,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  request TEXT NOT NULL,
  not_before_ms BIGINT NOT NULL,
  not_after_ms BIGINT NOT NULL,
  key_id TEXT NOT NULL REFERENCES grant_keys (id),
  signature TEXT NOT NULL,
  state TEXT NOT NULL,
  ended_ms BIGINT,
  print_id TEXT,
  UNIQUE (kiosk, request)
);
CREATE UNIQUE INDEX print_grants_live ON print_grants (certificate, copy) WHERE state = 'live';
CREATE TABLE allowed_copies (
  certificate TEXT NOT NULL REFERENCES certificates (number),
  copy BIGINT NOT NULL,
  reason TEXT NOT NULL,
  allowed_by TEXT NOT NULL,
  allowed_ms BIGINT NOT NULL,
  PRIMARY KEY (certificate, copy)
);
ALTER TABLE kiosks ADD COLUMN serves TEXT NOT NULL DEFAULT 'province';
ALTER TABLE kiosks ADD COLUMN pre_grant_minutes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE issue_register ADD COLUMN grant_id TEXT;
ALTER TABLE issue_register ADD COLUMN grant_standing TEXT NOT NULL DEFAULT 'earlier';
)";

// Why central took a grant back; it holds its copy until its end is known (central/grants).
constexpr std::string_view withdrawn = R"(
ALTER TABLE print_grants ADD COLUMN withdrawn_why TEXT;
CREATE INDEX print_grants_withdrawn ON print_grants (certificate, copy) WHERE state = 'withdrawn';
)";

// Only in a store that was brought back from a backup; it has forgotten what was granted after it.
constexpr std::string_view restored = R"(
ALTER TABLE change_epoch ADD COLUMN grants_from_ms BIGINT;
)";

// Only in a store that was brought back: numbers that are never given out again, in sequences of a counter,
// and prints of certificates it does not have. `delivered_ms`: when central last had all that a kiosk's
// ledger holds.
constexpr std::string_view lost = R"(
ALTER TABLE change_epoch ADD COLUMN issuing_paused_ms BIGINT;
ALTER TABLE change_epoch ADD COLUMN issuing_resumed_why TEXT;
ALTER TABLE kiosk_health ADD COLUMN delivered_ms BIGINT;
UPDATE kiosk_health SET delivered_ms = received_ms WHERE outbox_pending = 0 AND outbox_refused = 0;
CREATE TABLE lost_numbers (
  region TEXT NOT NULL,
  year BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  why TEXT NOT NULL,
  noted_ms BIGINT NOT NULL,
  PRIMARY KEY (region, year, first_sequence)
);
CREATE TABLE lost_prints (
  print_id TEXT PRIMARY KEY,
  certificate TEXT NOT NULL,
  copy BIGINT NOT NULL,
  blank_number TEXT NOT NULL,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  requested_ms BIGINT NOT NULL,
  received_ms BIGINT NOT NULL,
  recorded_as TEXT,
  recorded_ms BIGINT
);
CREATE INDEX lost_prints_by_certificate ON lost_prints (certificate);
)";

// Whether a blank was used again by a sheet whose certificate is lost; what a blank came to is kept by
// region, and counted anew where there are such sheets.
constexpr std::string_view lost_blanks = R"(
CREATE INDEX lost_prints_by_blank ON lost_prints (blank_number);
DELETE FROM register_counted WHERE EXISTS (SELECT 1 FROM lost_prints);
)";

}  // namespace

storage::Migration grants_step() {
  return {"grants", grants};
}

storage::Migration withdrawn_step() {
  return {"withdrawn grants", withdrawn};
}

storage::Migration restored_step() {
  return {"restored", restored};
}

storage::Migration lost_step() {
  return {"lost", lost};
}

storage::Migration lost_blanks_step() {
  return {"lost blanks", lost_blanks};
}

}  // namespace ce::store
