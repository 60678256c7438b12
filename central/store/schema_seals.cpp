#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// Pictures that were uploaded before kiosks were told of any are told behind all that was told.
constexpr std::string_view seals = R"(
INSERT INTO changes (scope, kind, id, seq)
  SELECT '000000', 'seal', region,
    COALESCE((SELECT last_seq FROM change_counters WHERE scope = '000000'), 0) + row_number() OVER (ORDER BY region)
  FROM issuing_authorities WHERE seal IS NOT NULL;
INSERT INTO change_counters (scope, last_seq)
  SELECT scope, MAX(seq) FROM changes WHERE kind = 'seal' GROUP BY scope
  ON CONFLICT (scope) DO UPDATE SET last_seq = excluded.last_seq;
)";

}  // namespace

storage::Migration seals_step() {
  return {"seals", seals};
}

}  // namespace ce::store
