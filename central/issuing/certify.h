#pragma once

#include <string>
#include <vector>

#include "central/issuing/candidates.h"
#include "central/issuing/numbering.h"

namespace ce::issuing {

/// What the certificates of one run share.
struct Run {
  std::string region;  // that issues, the present code
  int year = 0;
  Date day;             // 发证时间
  std::string account;  // who issues; empty for what was there before accounts
  Instant now;
};

[[nodiscard]] NumberScope scope_of(Run const& run, credit::RulePack const& pack);

/// Why this person gets no certificate, in Chinese; empty for who does.
[[nodiscard]] std::string refusal_of(Candidate const& candidate, Run const& run);

/// Writes the certificates of `chosen`, none of whom refusal_of() refuses, within the caller's transaction:
/// frozen verdicts, numbers in that order without gap, certificates, standings. Gives the numbers. Fails with
/// number_exhausted (nothing is written then) and storage errors.
[[nodiscard]] Result<std::vector<certificate::Number>> certify(storage::Database& database,
                                                               rulebook::Rulebook const& rules,
                                                               Run const& run, std::vector<Candidate> chosen);

}  // namespace ce::issuing
