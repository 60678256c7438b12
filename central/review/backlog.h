#pragma once

#include <array>
#include <optional>

#include "central/review/work_list.h"

namespace ce::review {

/// What an actor can decide, by the time since it was registered; none of a closed year.
struct Backlog {
  std::int64_t all = 0;
  std::array<std::int64_t, 4> by_age{};  // up to 3, 7 and 15 days, and over
  std::optional<Instant> oldest;
};

/// Empty for parties that review nothing. Reads all that waits for the actor: for a page that is asked now
/// and then.
[[nodiscard]] Result<Backlog> backlog_of(store::Store const& store, Actor const& actor, Instant now);

/// How many records in the region of HRSS await an industry authority though neither their person nor the
/// employer has an industry: nobody sees them until HRSS enters it. 0 for other parties.
[[nodiscard]] Result<std::int64_t> waiting_without_industry(store::Store const& store, Actor const& actor);

}  // namespace ce::review
