#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A name was that of the region's authority up to and with that day. What stands on certificates of before
// this step says which names there were; the one in use now among them is no harm.
constexpr std::string_view names = R"(
CREATE TABLE former_authority_names (
  region TEXT NOT NULL,
  until_day TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (region, until_day, name)
);
INSERT INTO former_authority_names (region, until_day, name)
SELECT region, MAX(issue_day), authority FROM certificates GROUP BY region, authority;
)";

}  // namespace

storage::Migration names_step() {
  return {"names", names};
}

}  // namespace ce::store
