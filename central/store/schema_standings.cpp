#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A person's year, written by whatever changes it in the same transaction. `state` carries what lists ask for
// (nothing, incomplete, ready, issued), so that "complete and without a certificate" in a region, and the
// count of each state by region, are one range of one index.
constexpr std::string_view standings = R"(
CREATE TABLE yearly_standings (
  professional BIGINT NOT NULL REFERENCES professionals (id),
  year BIGINT NOT NULL,
  state TEXT NOT NULL,
  issuing_region TEXT NOT NULL,
  complete BIGINT NOT NULL,
  public_units BIGINT NOT NULL,
  professional_units BIGINT NOT NULL,
  mandatory_units BIGINT NOT NULL,
  elective_units BIGINT NOT NULL,
  total_units BIGINT NOT NULL,
  public_missing BIGINT NOT NULL,
  professional_missing BIGINT NOT NULL,
  mandatory_missing BIGINT NOT NULL,
  elective_missing BIGINT NOT NULL,
  total_missing BIGINT NOT NULL,
  reasons TEXT NOT NULL,
  record_versions BIGINT NOT NULL,
  judged_ms BIGINT NOT NULL,
  certificate TEXT,
  PRIMARY KEY (professional, year)
) /* clustered */;
CREATE INDEX yearly_standings_by_state ON yearly_standings (year, state, issuing_region, professional);
CREATE TABLE standing_refreshes (
  year BIGINT PRIMARY KEY,
  pack_hash TEXT NOT NULL,
  last_professional BIGINT NOT NULL,
  judged BIGINT NOT NULL,
  started_ms BIGINT NOT NULL,
  finished_ms BIGINT
);
)";

// What the rows above were last judged by, and how far bringing them up to today's rules is: one row.
constexpr std::string_view rejudging = R"(
CREATE TABLE rejudging_jobs (
  id TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  state TEXT NOT NULL,
  last_professional BIGINT NOT NULL,
  judged BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  total BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  heard_ms BIGINT,
  ended_ms BIGINT
);
)";

}  // namespace

storage::Migration standings_step() {
  return {"standings", standings};
}

storage::Migration rejudging_step() {
  return {"rejudging", rejudging};
}

}  // namespace ce::store
