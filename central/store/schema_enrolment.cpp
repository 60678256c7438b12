#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// Of a code what checks it (shared/enrolment). A certificate's row stays after its end: who asks with one
// that is not here is refused. An alarm's row is there for as long as nobody answered it; what became of it
// is in the chain.
constexpr std::string_view enrolment = R"(
CREATE TABLE kiosk_codes (
  kiosk TEXT PRIMARY KEY REFERENCES kiosks (id),
  stored_key TEXT NOT NULL,
  server_key TEXT NOT NULL,
  expires_ms BIGINT NOT NULL,
  tries_left BIGINT NOT NULL
);
CREATE TABLE kiosk_certificates (
  serial TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  issued_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL,
  revoked_ms BIGINT
);
CREATE INDEX kiosk_certificates_by_kiosk ON kiosk_certificates (kiosk, issued_ms);
CREATE TABLE kiosk_beats (
  kiosk TEXT PRIMARY KEY REFERENCES kiosks (id),
  run TEXT NOT NULL,
  number BIGINT NOT NULL
);
CREATE TABLE kiosk_alarms (
  kiosk TEXT PRIMARY KEY REFERENCES kiosks (id),
  told BIGINT NOT NULL,
  held BIGINT NOT NULL,
  raised_ms BIGINT NOT NULL
);
)";

// Which of two authorities signed it; nothing: the first.
constexpr std::string_view issuers = "ALTER TABLE kiosk_certificates ADD COLUMN issuer TEXT;";

// When what let it in was taken back last, which for one that came by a key alone no certificate tells.
constexpr std::string_view revoked_kiosks = "ALTER TABLE kiosks ADD COLUMN revoked_ms BIGINT;";

// When it last reported a print that no grant of its own allowed (grant_consumption.h).
constexpr std::string_view ungranted = "ALTER TABLE kiosks ADD COLUMN ungranted_ms BIGINT;";

}  // namespace

storage::Migration enrolment_step() {
  return {"enrolment", enrolment};
}

storage::Migration issuers_step() {
  return {"issuers", issuers};
}

storage::Migration revoked_kiosks_step() {
  return {"revoked kiosks", revoked_kiosks};
}

storage::Migration ungranted_step() {
  return {"ungranted prints", ungranted};
}

}  // namespace ce::store
