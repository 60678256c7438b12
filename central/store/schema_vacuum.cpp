#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// PostgreSQL cleans a table when a fifth of it is dead and counts it anew when a tenth has changed: of 200
// million records that is 40 million dead rows, and a plan made by figures of last year. What grows without
// end is tended by hundredths; of what is only added, so that its pages are frozen while they are warm and
// not all at once years later.
constexpr std::string_view vacuum = R"(
/* on postgresql */ ALTER TABLE learning_records SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
/* on postgresql */ ALTER TABLE yearly_standings SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
/* on postgresql */ ALTER TABLE changes SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
/* on postgresql */ ALTER TABLE certificates SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
/* on postgresql */ ALTER TABLE kiosk_events SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE commit_keys SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE registration_keys SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE yearly_verdicts SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE audit_entries SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE review_steps SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE record_proofs SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE issue_register SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
/* on postgresql */ ALTER TABLE print_outcomes SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
)";

}  // namespace

storage::Migration vacuum_step() {
  return {"vacuum", vacuum};
}

}  // namespace ce::store
