#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// One chain per scope: an entry holds the hash of the one before, the head holds that of the last. Entries
// are only ever added.
constexpr std::string_view audit = R"(
CREATE TABLE audit_heads (
  scope TEXT PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE audit_entries (
  scope TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  actor TEXT NOT NULL,
  party TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (scope, seq)
) /* clustered */;
CREATE INDEX audit_entries_by_time ON audit_entries (at_ms);
)";

}  // namespace

storage::Migration audit_step() {
  return {"audit", audit};
}

}  // namespace ce::store
