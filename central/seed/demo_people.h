#pragma once

#include "central/seed/demo_file.h"
#include "central/seed/people.h"

namespace ce::seed {

/// Writes the demo persons with their records, certificates, prints and query passwords, behind whatever
/// people there are already. Their years are counted back from `today`'s; records of the current year that
/// would end after `today` are moved before it.
[[nodiscard]] Result<void> write_demo(storage::Database& database, store::Rulebook const& rules,
                                      std::vector<DemoPerson> const& people, Random& random,
                                      PrintWriter& prints, Date today);

}  // namespace ce::seed
