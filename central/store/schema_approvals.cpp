#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// What one person of an authority proposed and another is to confirm; each stays, with what became of it.
constexpr std::string_view approvals = R"(
CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL,
  issue_day TEXT,
  authority_name TEXT,
  seal_mode TEXT,
  seal TEXT,
  account TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL,
  state TEXT NOT NULL,
  decided_by TEXT,
  decided_ms BIGINT,
  decided_reason TEXT
);
CREATE UNIQUE INDEX proposals_waiting ON proposals (subject) WHERE state = 'waiting';
CREATE INDEX proposals_by_region ON proposals (region, made_ms);
)";

}  // namespace

storage::Migration approvals_step() {
  return {"approvals", approvals};
}

}  // namespace ce::store
