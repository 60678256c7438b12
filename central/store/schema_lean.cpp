#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// Verdicts are found by their certificates alone.
constexpr std::string_view lean = "DROP INDEX yearly_verdicts_by_professional;";

// Fewer rows and trees a certificate. What a verdict rests on lies in its own row: no table beside it, and no
// look-up of a row that was written a moment ago. `frozen_pack` is no foreign key: packs are never deleted,
// and each check would lock the one row that all counties share. One index tells what is in force and all of
// a person's: a void one is another by its number.
constexpr std::string_view one_row = R"(
ALTER TABLE yearly_verdicts ADD COLUMN frozen_pack TEXT;
ALTER TABLE yearly_verdicts ADD COLUMN record_facts TEXT;
UPDATE yearly_verdicts SET
  frozen_pack = (SELECT e.pack FROM frozen_evidence e WHERE e.verdict = yearly_verdicts.id),
  record_facts = (SELECT e.records FROM frozen_evidence e WHERE e.verdict = yearly_verdicts.id);
DROP TABLE frozen_evidence;
DROP INDEX certificates_in_force;
DROP INDEX certificates_by_professional;
CREATE UNIQUE INDEX certificates_in_force ON certificates
  (professional, year, (CASE WHEN revoked_ms IS NULL THEN '' ELSE number END));
)";

// A server asks a table for each of these at each certificate, and locks its row: half of what an insert
// costs there. Verdict and certificate are written by one function in one transaction (central/issuing), the
// person is checked by the certificate's own key, readings are never deleted. A file, whose check is a look
// into a page at hand, keeps them.
constexpr std::string_view fewer_checks = R"(
/* on a server */ ALTER TABLE yearly_verdicts DROP CONSTRAINT IF EXISTS yearly_verdicts_professional_fkey;
/* on a server */ ALTER TABLE yearly_verdicts DROP CONSTRAINT IF EXISTS yearly_verdicts_reading_fkey;
/* on a server */ ALTER TABLE certificates DROP CONSTRAINT IF EXISTS certificates_verdict_fkey;
)";

// What is issued in one transaction is told to kiosks as one row and frozen in one row: the verdict of the
// first person in the columns as before, everybody else's as lines (central/issuing, verdict_lines.h). A
// server need not look for each certificate's person: whoever issues has locked that row (hold_people). A
// region's certificates are a range of numbers.
constexpr std::string_view together = R"(
DROP INDEX certificates_by_region;
ALTER TABLE yearly_verdicts ADD COLUMN others TEXT;
CREATE TABLE change_runs (
  scope TEXT NOT NULL,
  last_seq BIGINT NOT NULL,
  first_seq BIGINT NOT NULL,
  first_number TEXT NOT NULL,
  PRIMARY KEY (scope, last_seq)
) /* clustered */;
/* on a server */ ALTER TABLE certificates DROP CONSTRAINT IF EXISTS certificates_professional_fkey;
)";

}  // namespace

storage::Migration lean_step() {
  return {"lean", lean};
}

storage::Migration one_row_step() {
  return {"one row", one_row};
}

storage::Migration fewer_checks_step() {
  return {"fewer checks", fewer_checks};
}

storage::Migration together_step() {
  return {"together", together};
}

}  // namespace ce::store
