#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// The keys that sign the tokens of certificates, and each certificate's token once it is made: made again
// only where its key was revoked, so that every print of a certificate carries the same. Certificates that
// were void before this step are told to kiosks here.
constexpr std::string_view tokens = R"(
CREATE TABLE certificate_keys (
  id TEXT PRIMARY KEY,
  algorithm TEXT NOT NULL,
  public_key TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  valid_until_ms BIGINT NOT NULL,
  retired_ms BIGINT,
  revoked_ms BIGINT
);
ALTER TABLE certificates ADD COLUMN token TEXT;
ALTER TABLE certificates ADD COLUMN token_key TEXT;
INSERT INTO changes (scope, kind, id, seq)
  SELECT '000000', 'revocation', number,
    COALESCE((SELECT last_seq FROM change_counters WHERE scope = '000000'), 0)
      + row_number() OVER (ORDER BY revoked_ms, number)
  FROM certificates WHERE revoked_ms IS NOT NULL;
INSERT INTO change_counters (scope, last_seq)
  SELECT '000000', 0 WHERE NOT EXISTS (SELECT 1 FROM change_counters WHERE scope = '000000');
UPDATE change_counters
  SET last_seq = COALESCE((SELECT MAX(seq) FROM changes WHERE changes.scope = '000000'), last_seq)
  WHERE scope = '000000' AND last_seq < (SELECT COALESCE(MAX(seq), 0) FROM changes WHERE changes.scope = '000000');
)";

}  // namespace

storage::Migration tokens_step() {
  return {"tokens", tokens};
}

}  // namespace ce::store
