#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/registration/actor.h"
#include "central/registration/import.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::imports {

enum class JobState : std::uint8_t {
  waiting,
  running,
  done,     // its rows have a fate each
  refused,  // the file could not be read, or its uploader stopped it; `said` tells
  failed,   // the store or the disk failed; may be brought again, nothing is registered twice
};

inline constexpr auto job_state_words =
    std::to_array<std::string_view>({"waiting", "running", "done", "refused", "failed"});
inline constexpr auto row_fate_words =
    std::to_array<std::string_view>({"registered", "repeated", "refused", "withheld"});

/// One registration file that somebody brought.
struct Job {
  std::string id;  // UUID
  registration::Actor actor;
  std::string file_name;
  bool all_or_nothing = false;
  JobState state = JobState::waiting;
  std::string said;  // why it was refused, Chinese
  std::int64_t registered = 0;
  std::int64_t repeated = 0;
  std::int64_t refused = 0;
  std::int64_t withheld = 0;
  Instant created;
  std::optional<Instant> claimed;  // when a process last took it up
  std::optional<Instant> ended;

  [[nodiscard]] bool ended_now() const { return state != JobState::waiting && state != JobState::running; }
};

/// A row that asks for something to be done, or was taken with a warning.
struct JobRow {
  std::int64_t place = 0;  // in the file, from 1
  std::int64_t row = 0;    // as the spreadsheet numbers it
  registration::RowFate fate = registration::RowFate::refused;
  std::string said;
};

[[nodiscard]] Result<void> insert_job(storage::Database& database, Job const& job);
/// Fails with record_unknown.
[[nodiscard]] Result<Job> read_job(storage::Database& database, std::string_view id);
/// An account's, the latest first.
[[nodiscard]] Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view account,
                                               std::int64_t most);
/// The oldest that waits or whose process has not been heard of since `silent_since`.
[[nodiscard]] Result<std::optional<Job>> next_job(storage::Database& database, Instant silent_since);
/// Takes it up; false where another process was quicker.
[[nodiscard]] Result<bool> claim_job(storage::Database& database, Job const& job, Instant now);
/// Writes the end of a job with its rows.
[[nodiscard]] Result<void> end_job(storage::Database& database, Job const& job,
                                   std::vector<JobRow> const& rows);
/// After `place`, in the order of the file.
[[nodiscard]] Result<std::vector<JobRow>> rows_of_job(storage::Database& database, std::string_view job,
                                                      std::int64_t after, std::int64_t most);

}  // namespace ce::imports
