#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A record's place in the review stands beside it, so that a work list is one range of one index. `version`
// grows with every change, `round` with every resubmission; steps and proofs are only ever added.
constexpr std::string_view registration = R"(
CREATE TABLE talent_agencies (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL
);
CREATE TABLE hosted_files (
  professional BIGINT PRIMARY KEY REFERENCES professionals (id),
  agency BIGINT NOT NULL REFERENCES talent_agencies (id),
  since_ms BIGINT NOT NULL
);
CREATE INDEX hosted_files_by_agency ON hosted_files (agency, professional);
ALTER TABLE learning_records ADD COLUMN host TEXT;
ALTER TABLE learning_records ADD COLUMN channel TEXT NOT NULL DEFAULT 'earlier';
ALTER TABLE learning_records ADD COLUMN registrar_party TEXT NOT NULL DEFAULT 'system';
ALTER TABLE learning_records ADD COLUMN registrar TEXT NOT NULL DEFAULT '';
ALTER TABLE learning_records ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE learning_records ADD COLUMN round BIGINT NOT NULL DEFAULT 1;
ALTER TABLE learning_records ADD COLUMN route TEXT NOT NULL DEFAULT 'employed';
ALTER TABLE learning_records ADD COLUMN review_region TEXT NOT NULL DEFAULT '';
ALTER TABLE learning_records ADD COLUMN review_level TEXT NOT NULL DEFAULT '';
ALTER TABLE learning_records ADD COLUMN employer BIGINT REFERENCES employers (id);
ALTER TABLE learning_records ADD COLUMN agency BIGINT REFERENCES talent_agencies (id);
UPDATE learning_records SET
  employer = (SELECT p.employer FROM professionals p WHERE p.id = learning_records.professional),
  review_region = (SELECT p.region FROM professionals p WHERE p.id = learning_records.professional);
UPDATE learning_records SET route = 'provincial_unit', review_region = '440000'
  WHERE employer IN (SELECT e.id FROM employers e WHERE e.provincial = 1);
CREATE INDEX learning_records_by_region ON learning_records (review, review_region, id);
CREATE INDEX learning_records_by_employer ON learning_records (employer, review, id);
CREATE INDEX learning_records_by_agency ON learning_records (agency, review, id);
CREATE INDEX institutions_by_name ON institutions (name);
CREATE TABLE review_steps (
  record BIGINT NOT NULL REFERENCES learning_records (id),
  version BIGINT NOT NULL,
  round BIGINT NOT NULL,
  party TEXT NOT NULL,
  actor TEXT NOT NULL,
  level TEXT NOT NULL,
  region TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  replaced TEXT NOT NULL,
  taken_ms BIGINT NOT NULL,
  PRIMARY KEY (record, version)
);
CREATE TABLE proof_documents (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  stored_ms BIGINT NOT NULL
);
CREATE TABLE proof_uploads (
  hash TEXT NOT NULL REFERENCES proof_documents (hash),
  account TEXT NOT NULL,
  uploaded_ms BIGINT NOT NULL,
  PRIMARY KEY (hash, account)
);
CREATE TABLE record_proofs (
  record BIGINT NOT NULL REFERENCES learning_records (id),
  hash TEXT NOT NULL REFERENCES proof_documents (hash),
  attached_by TEXT NOT NULL,
  attached_ms BIGINT NOT NULL,
  PRIMARY KEY (record, hash)
);
CREATE TABLE registration_keys (
  delivery TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  acceptance TEXT NOT NULL,
  problem TEXT NOT NULL,
  record BIGINT REFERENCES learning_records (id),
  received_ms BIGINT NOT NULL
);
CREATE TABLE learning_sites (
  key_hash TEXT PRIMARY KEY,
  institution BIGINT NOT NULL REFERENCES institutions (id),
  enrolled_ms BIGINT NOT NULL,
  revoked_ms BIGINT
);
)";

// A work list of a city or of the province is one range of one index as well. What is decided or lies with an
// employer, nearly all records, is in neither.
constexpr std::string_view waiting = R"(
/* beside */ CREATE INDEX learning_records_waiting_by_city ON learning_records (review, SUBSTR(review_region, 1, 4), id) WHERE review IN ('pending_industry', 'pending_hrss');
/* beside */ CREATE INDEX learning_records_waiting ON learning_records (review, id) WHERE review IN ('pending_industry', 'pending_hrss');
)";

}  // namespace

storage::Migration registration_step() {
  return {"registration", registration};
}

storage::Migration waiting_step() {
  return {"waiting", waiting};
}

}  // namespace ce::store
