#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// Verdicts are found by their certificates alone.
constexpr std::string_view lean = "DROP INDEX yearly_verdicts_by_professional;";

}  // namespace

storage::Migration lean_step() {
  return {"lean", lean};
}

}  // namespace ce::store
