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

/// Who gets a certificate in a run: nobody whom refusal_of() refuses.
struct Part {
  Run run;
  std::vector<Candidate> chosen;
};
using PartNumbers = std::vector<std::vector<certificate::Number>>;

/// Writes the certificates of all `parts` (at least one, all of one credit year, nobody twice), within the
/// caller's transaction and in statements of many rows: frozen verdicts, numbers of each part in its order
/// without gap, certificates, standings. Gives the numbers by part. Fails with number_exhausted (nothing is
/// written then) and storage errors.
[[nodiscard]] Result<PartNumbers> certify(storage::Database& database, rulebook::Rulebook const& rules,
                                          std::span<Part const> parts);

}  // namespace ce::issuing
