#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// An order to issue to everybody who is ready in a region, by the id of its batch, and who got nothing.
constexpr std::string_view jobs = R"(
CREATE TABLE issuing_jobs (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  professional BIGINT,
  year BIGINT NOT NULL,
  issue_day TEXT NOT NULL,
  state TEXT NOT NULL,
  said TEXT NOT NULL,
  done BIGINT NOT NULL,
  total BIGINT NOT NULL,
  issued BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  heard_ms BIGINT,
  ended_ms BIGINT
);
CREATE INDEX issuing_jobs_by_region ON issuing_jobs (region, created_ms);
CREATE INDEX issuing_jobs_by_state ON issuing_jobs (state, created_ms);
CREATE TABLE issuing_job_refusals (
  job TEXT NOT NULL REFERENCES issuing_jobs (id),
  professional BIGINT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (job, professional)
);
)";

// What the dashboard's columns count, kept by what issues: a row each region and month, on which nobody
// waits who does not wait for the region's numbers already.
constexpr std::string_view months = R"(
CREATE TABLE issued_months (
  region TEXT NOT NULL,
  month TEXT NOT NULL,
  issued BIGINT NOT NULL,
  PRIMARY KEY (region, month)
);
INSERT INTO issued_months (region, month, issued)
SELECT region, SUBSTR(issue_day, 1, 7), COUNT(*) FROM certificates GROUP BY region, SUBSTR(issue_day, 1, 7);
)";

}  // namespace

storage::Migration jobs_step() {
  return {"issuing jobs", jobs};
}

storage::Migration months_step() {
  return {"issued months", months};
}

}  // namespace ce::store
