#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// One for each person: making another ends the one before.
constexpr std::string_view visit_codes = R"(
CREATE TABLE visit_codes (
  professional BIGINT PRIMARY KEY REFERENCES professionals (id),
  code_hash TEXT NOT NULL UNIQUE,
  expires_ms BIGINT NOT NULL
);
)";

}  // namespace

storage::Migration visit_codes_step() {
  return {"visit_codes", visit_codes};
}

}  // namespace ce::store
