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

// Nobody changes what is in the chains, this program neither: a file refuses it by triggers, which whoever
// has the file can drop; a server by what the role of ce-central may do, which a superuser does not ask. What
// neither stops the chains show (central/audit). Heads go forward alone. INSERT OR REPLACE deletes without a
// trigger, so that a place that is taken is refused too.
constexpr std::string_view only_added = R"(
/* on a file:
CREATE TRIGGER audit_entries_not_changed BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are only added'); END;
CREATE TRIGGER audit_entries_not_deleted BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are only added'); END;
CREATE TRIGGER audit_entries_not_replaced BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries e WHERE e.scope = NEW.scope AND e.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'audit entries are only added'); END;
CREATE TRIGGER audit_heads_not_deleted BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit heads go forward'); END;
CREATE TRIGGER audit_heads_not_set_back BEFORE UPDATE ON audit_heads
WHEN NEW.scope <> OLD.scope OR NEW.seq < OLD.seq
BEGIN SELECT RAISE(ABORT, 'audit heads go forward'); END;
*/
/* on a server */ REVOKE UPDATE, DELETE ON audit_entries FROM CURRENT_USER;
/* on a server */ REVOKE DELETE ON audit_heads FROM CURRENT_USER;
)";

}  // namespace

storage::Migration only_added_step() {
  return {"only added", only_added};
}

storage::Migration audit_step() {
  return {"audit", audit};
}

}  // namespace ce::store
