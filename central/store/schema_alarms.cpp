#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// One row from the beginning of an alarm to its end; two of a kind never stand at once for one kiosk. What is
// to be delivered is laid down with it, word for word: each try says the same under the same id.
constexpr std::string_view alarms = R"(
CREATE TABLE alarms (
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  begun_ms BIGINT NOT NULL,
  seen_ms BIGINT NOT NULL,
  ended_ms BIGINT
);
CREATE UNIQUE INDEX alarms_standing ON alarms (kiosk, kind) WHERE ended_ms IS NULL;
CREATE INDEX alarms_by_end ON alarms (ended_ms, id);
CREATE TABLE alarm_deliveries (
  id TEXT PRIMARY KEY,
  alarm TEXT NOT NULL REFERENCES alarms (id),
  body TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  next_ms BIGINT NOT NULL,
  delivered_ms BIGINT,
  trouble TEXT NOT NULL
);
CREATE INDEX alarm_deliveries_due ON alarm_deliveries (next_ms) WHERE delivered_ms IS NULL;
)";

}  // namespace

storage::Migration alarms_step() {
  return {"alarms", alarms};
}

}  // namespace ce::store
