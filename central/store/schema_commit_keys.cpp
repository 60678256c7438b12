#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// What a lost answer to COMMIT is asked by (commit_keys.h). No reference and no index beside the key: it is
// written with every transaction. By `pulses` it is told how old a standby's state is (pulse.h).
constexpr std::string_view server_own = R"(
/* on a server */ CREATE TABLE commit_keys (key TEXT PRIMARY KEY, kept BIGINT NOT NULL, made_ms BIGINT NOT NULL);
/* on a server */ CREATE TABLE pulses (process TEXT PRIMARY KEY, number BIGINT NOT NULL, made_ms BIGINT NOT NULL);
)";

}  // namespace

storage::Migration commit_keys_step() {
  return {"commit keys", server_own};
}

}  // namespace ce::store
