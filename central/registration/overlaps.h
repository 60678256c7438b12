#pragma once

#include "central/registration/check.h"

namespace ce::registration {

/// Adds a warning where the record cannot have taken place beside others of the person: overlapping records
/// warn and go on counting, for a reviewer has to look. Fails with storage errors.
[[nodiscard]] Result<void> warn_of_overlaps(storage::Database& database, rulebook::Rulebook const& rules,
                                            credit::Record const& record, std::optional<std::int64_t> own,
                                            Checked& checked);

/// Adds the same warning where two records of one person that are about to be registered collide, unless it
/// is there.
[[nodiscard]] Result<void> warn_of_overlap(rulebook::Rulebook const& rules, credit::Record const& earlier,
                                           credit::Record const& record, Checked& checked);

}  // namespace ce::registration
