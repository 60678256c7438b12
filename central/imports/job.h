#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/jobs/queue.h"
#include "central/registration/actor.h"
#include "central/registration/import.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::imports {

/// done: its rows have a fate each; refused: the file could not be read, or its uploader stopped it; failed:
/// may be brought again, nothing is registered twice.
using JobState = jobs::State;

/// What the rows of a file are.
enum class Kind : std::uint8_t {
  records,  // study (central/registration)
  people,   // persons to be known (central/roster)
};
inline constexpr auto kind_words = std::to_array<std::string_view>({"records", "people"});

inline constexpr auto row_fate_words =
    std::to_array<std::string_view>({"registered", "repeated", "refused", "withheld"});

/// One file that somebody brought.
struct Job {
  std::string id;  // UUID
  Kind kind = Kind::records;
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

  [[nodiscard]] bool ended_now() const { return jobs::has_ended(state); }
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
/// An account's of one kind, the latest first.
[[nodiscard]] Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view account,
                                               Kind kind, std::int64_t most);
/// How many of an account's wait or are worked off.
[[nodiscard]] Result<std::int64_t> waiting_of(storage::Database& database, std::string_view account);
/// Takes the rows of at most `most` jobs away that ended before; gives their ids.
[[nodiscard]] Result<std::vector<std::string>> remove_ended(storage::Database& database, Instant before,
                                                            std::int64_t most);
/// Writes the end of a job with its rows.
[[nodiscard]] Result<void> end_job(storage::Database& database, Job const& job,
                                   std::vector<JobRow> const& rows);
/// After `place`, in the order of the file.
[[nodiscard]] Result<std::vector<JobRow>> rows_of_job(storage::Database& database, std::string_view job,
                                                      std::int64_t after, std::int64_t most);

}  // namespace ce::imports
