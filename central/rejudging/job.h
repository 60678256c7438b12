#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "central/jobs/queue.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::rejudging {

/// The one row of rejudging_jobs: what standings were last judged by, and how far that is.
struct Job {
  std::string mark;
  jobs::State state = jobs::State::done;
  std::int64_t last = 0;     // everybody up to this id has been looked at
  std::int64_t judged = 0;   // people with an old row
  std::int64_t changed = 0;  // rows that were written
  std::int64_t total = 0;    // about how many people there are
  Instant created;

  [[nodiscard]] bool ended() const { return jobs::has_ended(state); }
};

inline constexpr std::string_view the_job = "standings";

/// Nothing before the first start of a program that keeps it.
[[nodiscard]] Result<std::optional<Job>> read_job(storage::Database& database);
/// In place of what was there.
[[nodiscard]] Result<void> put_job(storage::Database& database, Job const& job);
/// Place, figures and state of the same mark, heard of now.
[[nodiscard]] Result<void> note_progress(storage::Database& database, Job const& job, Instant now);

}  // namespace ce::rejudging
