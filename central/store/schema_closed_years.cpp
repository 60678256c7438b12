#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A year that the authority has closed (central/archive): what was learned in it, how that was reviewed and
// what was certified is only read from then on. What may still be written: certificates of who was complete
// and their verdicts, that a certificate is void and what took its place, its token, its prints. A file and
// PostgreSQL refuse the rest by triggers, whoever asks; engines without them have this program's own checks.
constexpr std::string_view closed_years_sql = R"(
CREATE TABLE closed_years (
  year BIGINT PRIMARY KEY,
  closed_ms BIGINT NOT NULL,
  closed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  waiting BIGINT NOT NULL,
  reopened_ms BIGINT,
  reopened_by TEXT,
  reopened_reason TEXT
);
CREATE VIEW years_closed AS SELECT year FROM closed_years WHERE reopened_ms IS NULL;
CREATE VIEW closed_records AS SELECT r.id FROM learning_records r JOIN years_closed y
  ON y.year = COALESCE(r.credit_year, CAST(SUBSTR(r.end_day, 1, 4) AS BIGINT));
/* on a file:
CREATE TRIGGER closed_records_not_added BEFORE INSERT ON learning_records
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (COALESCE(NEW.credit_year, CAST(SUBSTR(NEW.end_day, 1, 4) AS INTEGER))))
  OR EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (NEW.id))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_records_not_changed BEFORE UPDATE ON learning_records
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (COALESCE(OLD.credit_year, CAST(SUBSTR(OLD.end_day, 1, 4) AS INTEGER)),
  COALESCE(NEW.credit_year, CAST(SUBSTR(NEW.end_day, 1, 4) AS INTEGER))))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_records_not_deleted BEFORE DELETE ON learning_records
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (COALESCE(OLD.credit_year, CAST(SUBSTR(OLD.end_day, 1, 4) AS INTEGER))))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_steps_not_added BEFORE INSERT ON review_steps
WHEN EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (NEW.record))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_steps_not_changed BEFORE UPDATE ON review_steps
WHEN EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (OLD.record, NEW.record))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_steps_not_deleted BEFORE DELETE ON review_steps
WHEN EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (OLD.record))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_proofs_not_added BEFORE INSERT ON record_proofs
WHEN EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (NEW.record))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_proofs_not_changed BEFORE UPDATE ON record_proofs
WHEN EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (OLD.record, NEW.record))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_proofs_not_deleted BEFORE DELETE ON record_proofs
WHEN EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (OLD.record))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_verdicts_not_changed BEFORE UPDATE ON yearly_verdicts
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (OLD.year, NEW.year))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_verdicts_not_deleted BEFORE DELETE ON yearly_verdicts
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (OLD.year))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_certificates_not_replaced BEFORE INSERT ON certificates
WHEN EXISTS (SELECT 1 FROM certificates c JOIN years_closed y ON y.year = c.year WHERE c.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_certificates_not_changed BEFORE UPDATE OF number, professional, year, name, region, authority, issue_day,
  seal_mode, verdict, issued_ms, issued_by ON certificates
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (OLD.year, NEW.year))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_certificates_stay_void BEFORE UPDATE OF revoked_ms, revoked_reason, revoked_by ON certificates
WHEN OLD.revoked_ms IS NOT NULL AND EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (OLD.year))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
CREATE TRIGGER closed_certificates_not_deleted BEFORE DELETE ON certificates
WHEN EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (OLD.year))
BEGIN SELECT RAISE(ABORT, 'the credit year is closed'); END;
*/
/* on postgresql */ CREATE FUNCTION refuse_closed_record() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (COALESCE(OLD.credit_year, CAST(SUBSTR(OLD.end_day, 1, 4) AS BIGINT)), COALESCE(NEW.credit_year, CAST(SUBSTR(NEW.end_day, 1, 4) AS BIGINT)))) THEN RAISE EXCEPTION 'the credit year is closed' USING ERRCODE = '23514'; END IF; RETURN COALESCE(NEW, OLD); END; $$;
/* on postgresql */ CREATE FUNCTION refuse_closed_part() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM closed_records c WHERE c.id IN (OLD.record, NEW.record)) THEN RAISE EXCEPTION 'the credit year is closed' USING ERRCODE = '23514'; END IF; RETURN COALESCE(NEW, OLD); END; $$;
/* on postgresql */ CREATE FUNCTION refuse_closed_issue() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM years_closed y WHERE y.year IN (OLD.year, NEW.year)) THEN RAISE EXCEPTION 'the credit year is closed' USING ERRCODE = '23514'; END IF; RETURN COALESCE(NEW, OLD); END; $$;
/* on postgresql */ CREATE TRIGGER closed_records BEFORE INSERT OR UPDATE OR DELETE ON learning_records FOR EACH ROW EXECUTE FUNCTION refuse_closed_record();
/* on postgresql */ CREATE TRIGGER closed_steps BEFORE INSERT OR UPDATE OR DELETE ON review_steps FOR EACH ROW EXECUTE FUNCTION refuse_closed_part();
/* on postgresql */ CREATE TRIGGER closed_proofs BEFORE INSERT OR UPDATE OR DELETE ON record_proofs FOR EACH ROW EXECUTE FUNCTION refuse_closed_part();
/* on postgresql */ CREATE TRIGGER closed_verdicts BEFORE UPDATE OR DELETE ON yearly_verdicts FOR EACH ROW EXECUTE FUNCTION refuse_closed_issue();
/* on postgresql */ CREATE TRIGGER closed_certificates BEFORE UPDATE OF number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms, issued_by OR DELETE ON certificates FOR EACH ROW EXECUTE FUNCTION refuse_closed_issue();
/* on postgresql */ CREATE TRIGGER closed_certificates_stay_void BEFORE UPDATE OF revoked_ms, revoked_reason, revoked_by ON certificates FOR EACH ROW WHEN (OLD.revoked_ms IS NOT NULL) EXECUTE FUNCTION refuse_closed_issue();
)";

}  // namespace

storage::Migration closed_years_step() {
  return {"closed years", closed_years_sql};
}

}  // namespace ce::store
