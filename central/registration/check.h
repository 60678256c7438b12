#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/registration/actor.h"
#include "central/registration/entry.h"
#include "central/rulebook/rulebook.h"
#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::registration {

/// What an entry came to when it was held against the regulation and the store.
struct Checked {
  std::int64_t professional = 0;            // 0 where nobody was found
  std::optional<std::int64_t> institution;  // the one of the store that it names
  std::vector<Fault> faults;                // empty: may be registered
  std::vector<std::string> warnings;        // Chinese; none of them hinders
};

/// Holds one entry against articles 4 and 5 and what the store has: whose it is, whether `actor` may register
/// it, its figures and words, the year's rule pack, whether that year is still open, doubles; overlaps are
/// warnings. `own` is the record that the entry corrects and so no double of it. Fails only with storage
/// errors.
[[nodiscard]] Result<Checked> check(storage::Database& database, rulebook::Rulebook const& rules,
                                    Actor const& actor, Entry const& entry, Date today,
                                    std::optional<std::int64_t> own = {});

}  // namespace ce::registration
