#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// What a frozen verdict rests on, whole, so that neither a changed pack nor a changed record can make it
// unintelligible. One pack serves thousands of certificates, hence a row of its own under its digest.
// Verdicts from before this step have no row here.
constexpr std::string_view evidence = R"(
CREATE TABLE frozen_packs (
  digest TEXT PRIMARY KEY,
  pack TEXT NOT NULL
);
CREATE TABLE frozen_evidence (
  verdict BIGINT PRIMARY KEY REFERENCES yearly_verdicts (id),
  pack TEXT NOT NULL REFERENCES frozen_packs (digest),
  records TEXT NOT NULL
);
)";

}  // namespace

storage::Migration evidence_step() {
  return {"evidence", evidence};
}

}  // namespace ce::store
