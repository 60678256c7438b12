#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/standings/standing.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::issuing {

inline constexpr int most_ready_people = 500;

/// Where a page begins: behind this person of this region.
struct ReadyKey {
  std::string issuing_region;
  std::int64_t professional = 0;
  bool operator==(ReadyKey const&) const = default;
};

struct ReadyFilter {
  store::RegionScope scope;  // of article 14: who issues, not where the person lives
  int year = 0;
  ReadyKey after = {};
  int limit = 50;  // 1 to most_ready_people
};

/// Somebody whose year is complete and who has no certificate for it.
struct ReadyPerson {
  ReadyKey key;
  SecretText name;
  SecretText id_number;
  std::string employer;
  standings::Figures done;
  Instant judged;
};

struct ReadyPage {
  std::vector<ReadyPerson> people;  // by issuing region and person
  std::optional<ReadyKey> after;    // where the next page begins, if there is more
};

/// Who may be issued a certificate of that year (articles 3 and 14), a page by key: what others issue
/// meanwhile neither skips nor doubles anybody. One range of one index. Fails with input_invalid (limit) and
/// storage errors. Names are whole: show them to those who issue.
[[nodiscard]] Result<ReadyPage> ready_list(store::Store const& store, ReadyFilter const& filter);

/// Their ids alone, in the same order, within the caller's transaction or reading.
[[nodiscard]] Result<std::vector<std::int64_t>> ready_ids(storage::Database& database,
                                                          std::string_view issuing_region, int year,
                                                          std::int64_t after, int limit);

}  // namespace ce::issuing
