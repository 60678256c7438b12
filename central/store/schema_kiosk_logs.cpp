#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A row for each time somebody asked; received_ms is NULL until the kiosk brought its log.
constexpr std::string_view kiosk_logs = R"(
CREATE TABLE kiosk_logs (
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  hours BIGINT NOT NULL,
  account TEXT NOT NULL,
  asked_ms BIGINT NOT NULL,
  received_ms BIGINT,
  left_out BIGINT NOT NULL,
  problem TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  log TEXT NOT NULL
);
CREATE INDEX kiosk_logs_by_kiosk ON kiosk_logs (kiosk, asked_ms);
CREATE INDEX kiosk_logs_by_age ON kiosk_logs (asked_ms);
)";

// Those who left are few among all, and looked for once an hour (central/roster).
constexpr std::string_view departed =
    "CREATE INDEX professionals_by_closing ON professionals (closed_ms) WHERE closed_ms IS NOT NULL;";

}  // namespace

storage::Migration kiosk_logs_step() {
  return {"kiosk logs", kiosk_logs};
}

storage::Migration departed_step() {
  return {"departed", departed};
}

}  // namespace ce::store
