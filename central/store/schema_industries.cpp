#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// People are of their own industry where they have one, else of their employer's; a record keeps its own, as
// it keeps its employer. Empty is none yet: no authority sees such records, HRSS is told how many wait (the
// index, which is empty in a store that is kept). An authority's are codes with a blank between them. What is
// returned is found by who registered it, who may send it anew. Columns that the condition fixes stand first,
// or SQLite would take another index.
constexpr std::string_view industries = R"(
ALTER TABLE employers ADD COLUMN industry TEXT NOT NULL DEFAULT '';
ALTER TABLE professionals ADD COLUMN industry TEXT NOT NULL DEFAULT '';
ALTER TABLE learning_records ADD COLUMN industry TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN industries TEXT NOT NULL DEFAULT '';
CREATE INDEX learning_records_without_industry ON learning_records (review, industry, review_region)
  WHERE review = 'pending_industry' AND industry = '';
CREATE INDEX learning_records_returned ON learning_records (review, registrar, id) WHERE review = 'returned';
)";

}  // namespace

storage::Migration industries_step() {
  return {"industries", industries};
}

}  // namespace ce::store
