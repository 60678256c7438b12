#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// So that the delta tells a year as it was kept: nothing and empty in a row of before, which is judged until
// it is written anew.
constexpr std::string_view kept = R"(
ALTER TABLE yearly_standings ADD COLUMN achievement_units BIGINT;
ALTER TABLE yearly_standings ADD COLUMN pack TEXT NOT NULL DEFAULT '';
)";

}  // namespace

storage::Migration kept_step() {
  return {"kept years", kept};
}

}  // namespace ce::store
