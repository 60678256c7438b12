#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// What central sets for single kiosks, who asked that no kiosk keeps them, and the texts behind the versions
// that were told before.
constexpr std::string_view offline = R"(
CREATE TABLE kiosk_settings (
  kiosk TEXT PRIMARY KEY REFERENCES kiosks (id),
  cache TEXT NOT NULL,
  cache_days BIGINT NOT NULL,
  cache_people BIGINT NOT NULL,
  idle_seconds BIGINT
);
CREATE TABLE forgotten_people (
  professional BIGINT PRIMARY KEY REFERENCES professionals (id),
  forgotten_ms BIGINT NOT NULL
);
ALTER TABLE published ADD COLUMN text TEXT NOT NULL DEFAULT '';
)";

}  // namespace

storage::Migration offline_step() {
  return {"offline", offline};
}

}  // namespace ce::store
