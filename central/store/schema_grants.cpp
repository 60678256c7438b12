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

}  // namespace ce::store
