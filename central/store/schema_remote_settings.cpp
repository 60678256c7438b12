#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// One row for each change by an operator, and one for each kiosk that it is meant for. Values are the fields
// of the item, a line each; old_values is NULL where nobody knows what the kiosk had. Those of stage 2 are
// told once released_ms is set, and never after ended_ms (taken back before). A report is what the kiosk said
// last (protocol::ItemStates); `newest` is the highest revision in it.
constexpr std::string_view remote_settings = R"(
CREATE TABLE setting_revisions (
  revision BIGINT PRIMARY KEY,
  item TEXT NOT NULL,
  scope TEXT NOT NULL,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  account TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  takes_back BIGINT,
  released_ms BIGINT,
  ended_ms BIGINT
);
CREATE TABLE setting_targets (
  revision BIGINT NOT NULL REFERENCES setting_revisions (revision),
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  item TEXT NOT NULL,
  stage BIGINT NOT NULL,
  old_values TEXT,
  new_values TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  answered_ms BIGINT,
  PRIMARY KEY (revision, kiosk)
);
CREATE INDEX setting_targets_by_kiosk ON setting_targets (kiosk, revision);
CREATE TABLE kiosk_setting_reports (
  kiosk TEXT PRIMARY KEY REFERENCES kiosks (id),
  report TEXT NOT NULL,
  newest BIGINT NOT NULL,
  received_ms BIGINT NOT NULL
);
)";

}  // namespace

storage::Migration remote_settings_step() {
  return {"remote_settings", remote_settings};
}

}  // namespace ce::store
