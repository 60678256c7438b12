#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// An account without a hash is a professional's: its password is the query password. Of a session only the
// hash of its token is here, so that whoever reads the table can sign in as nobody.
constexpr std::string_view accounts = R"(
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  shown_name TEXT NOT NULL,
  role TEXT NOT NULL,
  region TEXT NOT NULL,
  unit BIGINT,
  professional BIGINT REFERENCES professionals (id),
  hash TEXT NOT NULL,
  disabled BIGINT NOT NULL,
  must_change_password BIGINT NOT NULL,
  created_by TEXT NOT NULL,
  created_ms BIGINT NOT NULL
);
CREATE INDEX accounts_by_region ON accounts (region, id);
CREATE INDEX accounts_by_unit ON accounts (unit, role, id);
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  begun_ms BIGINT NOT NULL,
  used_ms BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_use ON sessions (used_ms);
CREATE TABLE sign_in_tries (
  who TEXT PRIMARY KEY,
  tries BIGINT NOT NULL,
  since_ms BIGINT NOT NULL,
  locked_until_ms BIGINT NOT NULL,
  locks BIGINT NOT NULL
);
CREATE INDEX sign_in_tries_by_age ON sign_in_tries (since_ms);
)";

}  // namespace

storage::Migration accounts_step() {
  return {"accounts", accounts};
}

}  // namespace ce::store
