#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A registration file on its way: who brought it, as whom, and what became of it. The file itself, its
// progress and its report are files (central/imports).
constexpr std::string_view imports = R"(
CREATE TABLE import_jobs (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  party TEXT NOT NULL,
  level TEXT NOT NULL,
  region TEXT NOT NULL,
  unit BIGINT,
  professional BIGINT,
  file_name TEXT NOT NULL,
  all_or_nothing BIGINT NOT NULL,
  state TEXT NOT NULL,
  said TEXT NOT NULL,
  registered BIGINT NOT NULL,
  repeated BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  withheld BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  claimed_ms BIGINT,
  ended_ms BIGINT
);
CREATE INDEX import_jobs_by_account ON import_jobs (account, created_ms);
CREATE INDEX import_jobs_by_state ON import_jobs (state, created_ms);
CREATE TABLE import_job_rows (
  job TEXT NOT NULL REFERENCES import_jobs (id),
  place BIGINT NOT NULL,
  row_number BIGINT NOT NULL,
  fate TEXT NOT NULL,
  said TEXT NOT NULL,
  PRIMARY KEY (job, place)
);
)";

}  // namespace

storage::Migration imports_step() {
  return {"imports", imports};
}

}  // namespace ce::store
