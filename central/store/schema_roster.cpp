#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// Who is known (central/roster): a version that each change names, and since when somebody is closed: nothing
// new is registered for them, what there is stays.
constexpr std::string_view roster = R"(
ALTER TABLE professionals ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE professionals ADD COLUMN closed_ms BIGINT;
ALTER TABLE employers ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE employers ADD COLUMN closed_ms BIGINT;
ALTER TABLE institutions ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE institutions ADD COLUMN closed_ms BIGINT;
ALTER TABLE talent_agencies ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE talent_agencies ADD COLUMN closed_ms BIGINT;
CREATE INDEX employers_by_region ON employers (region, id);
CREATE INDEX employers_by_name ON employers (name);
CREATE INDEX institutions_by_region ON institutions (region, id);
CREATE INDEX talent_agencies_by_region ON talent_agencies (region, id);
CREATE INDEX professionals_by_employer ON professionals (employer, id);
CREATE INDEX professionals_by_name ON professionals (name);
ALTER TABLE import_jobs ADD COLUMN kind TEXT NOT NULL DEFAULT 'records';
)";

// Numbers that people had by mistake; `version` is the person's that had it.
constexpr std::string_view numbers = R"(
CREATE TABLE former_id_numbers (
  professional BIGINT NOT NULL REFERENCES professionals (id),
  version BIGINT NOT NULL,
  id_number TEXT NOT NULL,
  reason TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  until_ms BIGINT NOT NULL,
  PRIMARY KEY (professional, version)
);
)";

}  // namespace

storage::Migration roster_step() {
  return {"roster", roster};
}

storage::Migration numbers_step() {
  return {"former numbers", numbers};
}

}  // namespace ce::store
