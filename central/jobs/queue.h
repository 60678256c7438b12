#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "central/store/store.h"

namespace ce::jobs {

enum class State : std::uint8_t {
  waiting,
  running,
  done,     // worked off to its end; its figures tell with what result
  refused,  // it may not be done so; `said` tells
  failed,   // the store or the disk failed; what was done stands
};

inline constexpr auto state_words =
    std::to_array<std::string_view>({"waiting", "running", "done", "refused", "failed"});

[[nodiscard]] constexpr bool has_ended(State state) {
  return state != State::waiting && state != State::running;
}

/// A job that has said nothing for so long is taken up by another process, unless the configuration says
/// otherwise.
inline constexpr std::int64_t usual_silence_ms = 30'000;

/// Jobs of one kind: rows of a table that has id, state, created_ms and a column for when a process was last
/// heard of.
struct Queue {
  std::string_view table;
  std::string_view heard;
  std::int64_t silence_ms = usual_silence_ms;
};

/// Whether the process that works on a job was heard of since then by other ways than its row.
using HeardSince = std::function<bool(std::string_view job, Instant since)>;

/// Takes up the oldest job that waits or whose process has fallen silent; gives its id, nothing where there
/// is none or another process was quicker.
[[nodiscard]] Result<std::optional<std::string>> take_up(store::Store& store, Queue const& queue, Instant now,
                                                         HeardSince const& heard = {});
/// For another process, or the next start, to take up at once.
[[nodiscard]] Result<void> give_back(store::Store& store, Queue const& queue, std::string_view job);

/// How a job ends that did not succeed: refused, with the failure's own words, where its code is one of
/// `refusals`; else failed.
struct Ending {
  State state = State::done;
  std::string said = {};
};
[[nodiscard]] Ending ending_of(Failure const& failure, std::span<FailureCode const> refusals);

/// Whether the store's server was lost and nothing else is wrong: the job waits for its return. Whoever takes
/// it up knows what was done already.
[[nodiscard]] bool waits_for_store(Failure const& failure);

/// Ids of jobs of a table that ended before, the oldest first, at most so many. Within the caller's
/// transaction.
[[nodiscard]] Result<std::vector<std::string>> ended_before(storage::Database& database,
                                                            std::string_view table, Instant before,
                                                            std::int64_t most);

}  // namespace ce::jobs
