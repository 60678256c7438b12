#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// One row per thing that kiosks keep in step with, carrying the number of its last change within its scope; a
// counter row per scope. What was there before gets its numbers here.
constexpr std::string_view changes = R"(
CREATE TABLE change_epoch (
  id BIGINT PRIMARY KEY,
  epoch TEXT NOT NULL,
  began_ms BIGINT NOT NULL
);
CREATE TABLE change_counters (
  scope TEXT PRIMARY KEY,
  last_seq BIGINT NOT NULL
);
CREATE TABLE changes (
  scope TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (scope, kind, id)
) /* clustered */;
CREATE UNIQUE INDEX changes_by_seq ON changes (scope, seq);
CREATE TABLE published (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);
INSERT INTO changes (scope, kind, id, seq)
  SELECT region, 'certificate', number, row_number() OVER (PARTITION BY region ORDER BY issued_ms, number)
  FROM certificates;
INSERT INTO changes (scope, kind, id, seq)
  SELECT region, 'standing', CAST(id AS TEXT),
    (SELECT count(*) FROM certificates c WHERE c.region = professionals.region)
      + row_number() OVER (PARTITION BY region ORDER BY id)
  FROM professionals;
INSERT INTO changes (scope, kind, id, seq)
  SELECT '000000', 'key', id, row_number() OVER (ORDER BY made_ms, id) FROM grant_keys;
INSERT INTO change_counters (scope, last_seq) SELECT scope, MAX(seq) FROM changes GROUP BY scope;
)";

}  // namespace

storage::Migration changes_step() {
  return {"changes", changes};
}

}  // namespace ce::store
