#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "central/issuing/frozen_verdict.h"
#include "central/rulebook/rulebook.h"

namespace ce::issuing {

/// Somebody whose certificate is asked for, judged from the records.
struct Candidate {
  std::int64_t professional = 0;
  std::string name;
  std::string region;          // of the person
  std::string issuing_region;  // article 14, the present code
  std::string in_force;        // the certificate of that year that is in force, else empty
  std::int64_t record_versions = 0;
  bool standing_holds = false;           // the stored standing is of these very records and region
  bool ahead = false;                    // judged beside the writer: certify() takes it only as it was seen
  std::optional<FrozenVerdict> verdict;  // where the year is complete
  std::string missing;                   // else: codes of what is short
};

/// Where candidates are judged: `here`, in the transaction that issues, or `ahead` of it, beside the writer.
/// Ahead what is in force is told by the standing, for issuing holds all of it against the store again.
enum class Judged : std::uint8_t { here, ahead };

/// Those of `professionals` (at most storage::most_ids, not none) that are there, by id, judged on one state
/// of the store. Fails with year_without_pack and storage errors.
[[nodiscard]] Result<std::vector<Candidate>> candidates(storage::Database& database,
                                                        rulebook::Rulebook const& rules, int year,
                                                        std::span<std::int64_t const> professionals,
                                                        Instant now, Judged judged = Judged::here);

}  // namespace ce::issuing
