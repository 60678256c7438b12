#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/issuing/batch.h"
#include "central/jobs/queue.h"
#include "shared/storage/database.h"

namespace ce::batches {

/// done: everybody was looked at; refused: nothing may be issued so; failed: what was issued stands, and the
/// job can be resumed.
using JobState = jobs::State;

/// An order to issue to everybody who is ready in a region.
struct Job {
  std::string id;  // UUID, of the batch as well
  issuing::Actor actor;
  int year = 0;
  Date day;  // 发证时间
  JobState state = JobState::waiting;
  std::string said = {};   // why it was refused, Chinese
  std::int64_t done = 0;   // people looked at
  std::int64_t total = 0;  // about how many there are; 0 before it began
  std::int64_t issued = 0;
  std::int64_t refused = 0;
  Instant created;
  std::optional<Instant> heard = {};  // when a process last told how far it is
  std::optional<Instant> ended = {};

  [[nodiscard]] bool ended_now() const { return jobs::has_ended(state); }
};

/// Nothing happens where the id is there already.
[[nodiscard]] Result<void> insert_job(storage::Database& database, Job const& job);
/// Fails with record_unknown.
[[nodiscard]] Result<Job> read_job(storage::Database& database, std::string_view id);
/// A region's, the latest first.
[[nodiscard]] Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view region,
                                               std::int64_t most);
/// Writes state, words, figures and times.
[[nodiscard]] Result<void> update_job(storage::Database& database, Job const& job);
/// In place of those that an earlier run has left.
[[nodiscard]] Result<void> put_refusals(storage::Database& database, std::string_view job,
                                        std::vector<issuing::Refusal> const& refusals);
/// After `professional`, by person.
[[nodiscard]] Result<std::vector<issuing::Refusal>> refusals_of(storage::Database& database,
                                                                std::string_view job,
                                                                std::int64_t professional, std::int64_t most);

}  // namespace ce::batches
