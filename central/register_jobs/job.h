#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/jobs/queue.h"
#include "central/registers/register.h"
#include "shared/storage/database.h"

namespace ce::register_jobs {

enum class Format : std::uint8_t { xlsx, pdf };
inline constexpr auto format_words = std::to_array<std::string_view>({"xlsx", "pdf"});

/// What somebody asks for. Of the filter, days of issue are not kept: the console does not ask for them.
struct Asked {
  std::string account;
  Format format = Format::xlsx;
  registers::Filter filter;
  registers::Names names = registers::Names::masked;
};

/// done: the file is there; refused: there are more lines than such a file holds; failed: it may be asked for
/// again.
struct Job {
  std::string id;  // UUID
  Asked asked;
  jobs::State state = jobs::State::waiting;
  std::string said = {};   // why it was refused, Chinese
  std::int64_t done = 0;   // lines
  std::int64_t total = 0;  // about how many there are; 0 before it began
  Instant created;
  std::optional<Instant> heard = {};
  std::optional<Instant> ended = {};
};

[[nodiscard]] Result<void> insert_job(storage::Database& database, Job const& job);
/// Fails with record_unknown.
[[nodiscard]] Result<Job> read_job(storage::Database& database, std::string_view id);
/// An account's, the latest first.
[[nodiscard]] Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view account,
                                               std::int64_t most);
/// Writes state, words, figures and times.
[[nodiscard]] Result<void> update_job(storage::Database& database, Job const& job);
/// Takes the rows of at most `most` jobs away that ended before; gives their ids.
[[nodiscard]] Result<std::vector<std::string>> remove_ended(storage::Database& database, Instant before,
                                                            std::int64_t most);

}  // namespace ce::register_jobs
