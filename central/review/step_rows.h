#pragma once

#include <string>

#include "central/review/review_case.h"
#include "central/review/step.h"

namespace ce::review {

/// A step as it is written: the record goes from `seen` to seen + 1, and a row is added to its history.
struct StepRow {
  std::int64_t record = 0;
  std::int64_t seen = 0;  // version
  std::int64_t round = 1;
  credit::ReviewStep step;
  credit::ReviewState state = credit::ReviewState::pending_employer;
  std::string reason;
  std::string replaced;  // what a correction took the place of
  Instant at;
};

/// Writes the step, unless the record has gone past that version: record_changed then.
[[nodiscard]] Result<void> write_step(storage::Database& database, StepRow const& row);

/// Whether the step that made version seen + 1 is this very one of this account: a repeated request.
[[nodiscard]] Result<bool> was_taken(storage::Database& database, StepRow const& row);

/// record_changed with its Chinese words.
[[nodiscard]] Failure changed_meanwhile();

}  // namespace ce::review
