#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A register that somebody asked for as a file and that is too long to write while they wait: which part of
// it, how far it is, what became of it. The file itself lies beside the store (central/register_jobs).
constexpr std::string_view register_jobs = R"(
CREATE TABLE register_jobs (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  format TEXT NOT NULL,
  region TEXT NOT NULL,
  year BIGINT,
  printed_from TEXT,
  printed_to TEXT,
  kiosk TEXT NOT NULL,
  whole_names BIGINT NOT NULL,
  state TEXT NOT NULL,
  said TEXT NOT NULL,
  done BIGINT NOT NULL,
  total BIGINT NOT NULL,
  created_ms BIGINT NOT NULL,
  heard_ms BIGINT,
  ended_ms BIGINT
);
CREATE INDEX register_jobs_by_account ON register_jobs (account, created_ms);
CREATE INDEX register_jobs_by_state ON register_jobs (state, created_ms);
)";

// What an account uploaded lately is summed before it may upload more; reports go by the day they ended.
constexpr std::string_view bounds = R"(
CREATE INDEX proof_uploads_by_account ON proof_uploads (account, uploaded_ms);
CREATE INDEX import_jobs_by_end ON import_jobs (ended_ms);
)";

// What the numbers that begin alike (region and year) come to in the register, and up to which change of the
// region's certificates that holds (central/registers).
constexpr std::string_view register_counts = R"(
CREATE TABLE register_counts (
  region TEXT NOT NULL,
  prefix TEXT NOT NULL,
  year BIGINT NOT NULL,
  issued BIGINT NOT NULL,
  revoked BIGINT NOT NULL,
  printed BIGINT NOT NULL,
  unresolved BIGINT NOT NULL,
  blanks_used BIGINT NOT NULL,
  blanks_void BIGINT NOT NULL,
  PRIMARY KEY (region, prefix, year)
);
CREATE TABLE register_counted (
  region TEXT PRIMARY KEY,
  seq BIGINT NOT NULL
);
)";

}  // namespace

storage::Migration register_jobs_step() {
  return {"register_jobs", register_jobs};
}

storage::Migration register_counts_step() {
  return {"register_counts", register_counts};
}

storage::Migration bounds_step() {
  return {"bounds", bounds};
}

}  // namespace ce::store
